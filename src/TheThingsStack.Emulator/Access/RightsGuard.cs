using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Access;

/// <summary>Refuses calls that need a known caller. Every API key that the emulator issues may do everything.</summary>
internal static class RightsGuard
{
    /// <summary>What anybody may call.</summary>
    private static readonly HashSet<string> PublicRpcs = ["EntityAccess/AuthInfo", "Configuration/GetPhyVersions", "Configuration/ListBands", "Configuration/ListFrequencyPlans", "UserRegistry/Create"];

    private static readonly ApiError Unauthenticated = new(RpcCode.Unauthenticated, "pkg/auth/rights", "unauthenticated", "credentials are required");

    /// <summary>Entities in the order in which a request is searched for what the rights would have to be on.</summary>
    private static readonly (string Field, string Kind)[] Entities =
    [
        ("application_id", "application"), ("client_id", "client"), ("gateway_id", "gateway"), ("organization_id", "organization"), ("user_id", "user"),
    ];

    public static void Check(Rpc rpc, JsonObject request, Caller caller)
    {
        if (caller.Key is not null || PublicRpcs.Contains(rpc.Name))
            return;
        foreach (var (field, kind) in Entities)
        {
            if (Find(request, field) is { } id)
                throw new ApiError(RpcCode.PermissionDenied, "pkg/auth/rights", $"no_{kind}_rights", $"no rights for {kind} `{{uid}}`").With("uid", id).Raise();
        }

        throw Unauthenticated.Raise();
    }

    private static string? Find(JsonNode? node, string field) => node switch
    {
        JsonObject message when message[field] is JsonValue id => id.ToString(),
        JsonObject message => message.Select(m => Find(m.Value, field)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(i => Find(i, field)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
