using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Rules;

/// <summary>Which server answers a route, by the route's first segment.</summary>
internal static class Servers
{
    public const string Identity = "IdentityServer";

    private static readonly (string Server, string[] Segments)[] Table =
    [
        (Identity, ["applications", "auth_info", "clients", "contact_info", "email", "gateways", "invitations", "is", "organizations", "search", "users"]),
        ("NetworkServer", ["ns"]),
        ("ApplicationServer", ["as"]),
        ("JoinServer", ["js"]),
        ("GatewayServer", ["gs"]),
        ("GatewayConfigurationServer", ["gcs"]),
        ("DeviceClaimingServer", ["edcs", "gcls"]),
        ("DeviceTemplateConverter", ["edtc"]),
        ("QRCodeGenerator", ["qr-codes"]),
        ("DeviceRepository", ["dr"]),
        ("PacketBrokerAgent", ["pba"]),
        ("Any", ["events", "configuration"]),
    ];

    public static JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (server, segments) in Table)
            json[server] = segments.ToJsonArray();
        return json;
    }

    /// <summary>The server that answers a route, or null where none is known.</summary>
    public static string? Of(string path)
    {
        var segment = Segment(path);
        return Table.FirstOrDefault(s => s.Segments.Contains(segment)).Server;
    }

    /// <summary>The first segment of a route, which decides who answers it.</summary>
    public static string Segment(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
}
