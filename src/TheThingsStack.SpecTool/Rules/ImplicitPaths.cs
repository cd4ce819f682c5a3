using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Rules;

/// <summary>Paths that a server returns whatever the mask asks for.</summary>
internal static class ImplicitPaths
{
    private static readonly string[] Identity = ["ids", "created_at", "updated_at", "deleted_at"];
    private static readonly string[] Device = ["ids", "created_at", "updated_at"];

    // A null server stands for every server.
    private static readonly (string? Server, string Message, string[] Paths)[] Table =
    [
        (Servers.Identity, "Application", Identity),
        (Servers.Identity, "Client", Identity),
        (Servers.Identity, "EndDevice", Identity),
        (Servers.Identity, "Gateway", Identity),
        (Servers.Identity, "Organization", Identity),
        (Servers.Identity, "User", Identity),
        ("NetworkServer", "EndDevice", Device),
        ("ApplicationServer", "EndDevice", Device),
        ("JoinServer", "EndDevice", Device),
        (null, "ApplicationWebhook", ["ids", "created_at", "updated_at", "base_url", "format"]),
        (null, "ApplicationWebhookTemplate", ["ids", "name"]),
        (null, "ApplicationPubSub", ["ids", "created_at", "updated_at", "format", "provider", "base_topic"]),
        (null, "ApplicationPackageAssociation", ["ids", "created_at", "updated_at", "package_name"]),
        (null, "ApplicationPackageDefaultAssociation", ["ids", "created_at", "updated_at", "package_name"]),
    ];

    /// <summary>What the RPC behind a route always returns of a message, cut to what the message has; null where nothing is known.</summary>
    public static JsonArray? Of(string route, UpstreamDefinition message, JsonObject? oneofs)
    {
        var server = Servers.Of(route);
        var row = Table.FirstOrDefault(r => r.Message == message.Name && (r.Server is null || r.Server == server));
        if (row.Paths is null)
            return null;
        var known = message.Properties.Select(p => p.Key).Concat(oneofs.Entries().Select(o => o.Key)).ToHashSet(StringComparer.Ordinal);
        return row.Paths.Where(known.Contains).ToJsonArray();
    }
}
