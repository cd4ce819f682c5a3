using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Access;

/// <summary>Refuses callers that lack rights on what their request is about. What depends on more than that, handlers check themselves.</summary>
internal static class RightsGuard
{
    /// <summary>What anybody may call.</summary>
    private static readonly HashSet<string> PublicRpcs = ["EntityAccess/AuthInfo", "Configuration/GetPhyVersions", "Configuration/ListBands", "Configuration/ListFrequencyPlans"];

    /// <summary>RPCs whose handlers tell who may call them: it depends on the collaborator, or anybody known sees some of an entity.</summary>
    private static readonly HashSet<string> Handled =
    [
        .. EntityKind.All.SelectMany(k => (string[])["Get", "Create", "List", "Purge"], (k, method) => $"{k.Registry}/{method}"),
        .. EntityKind.All.SelectMany(k => (string[])["ListCollaborators", "ListRights"], (k, method) => $"{k.Access}/{method}"),
    ];

    private static readonly ApiError Unauthenticated = new(RpcCode.Unauthenticated, "pkg/auth/rights", "unauthenticated", "credentials are required");

    /// <summary>Where devices hold keys, for which there are rights of their own.</summary>
    private static readonly string[] KeyPaths =
    [
        "root_keys.app_key.key", "root_keys.nwk_key.key",
        .. from session in (string[])["session", "pending_session", "mac_state.queued_join_accept", "pending_mac_state.queued_join_accept"]
           from key in (string[])["app_s_key", "f_nwk_s_int_key", "nwk_s_enc_key", "s_nwk_s_int_key"]
           select $"{session}.keys.{key}.key",
    ];

    public static void Check(Rpc rpc, JsonObject request, Caller caller)
    {
        if (RequiredRights.Find(rpc.Name) is var (kind, rights))
            caller.Require(new EntityId(kind, RequestEntity.IdOf(kind, request) ?? ""), [.. rights, .. KeyRights(rpc, request)]);
        else if (caller.Key is null && !PublicRpcs.Contains(rpc.Name) && !Handled.Contains(rpc.Name))
            RefuseAnonymous(request, caller);
    }

    private static IEnumerable<string> KeyRights(Rpc rpc, JsonObject request)
    {
        if (rpc.Mask is not { Message.Name: "EndDevice" } mask || MaskGuard.Paths(rpc, request) is not { } paths)
            return [];
        var touchesKeys = KeyPaths.Any(k => paths.Any(p => k == p || k.StartsWith(p + ".", StringComparison.Ordinal)));
        return touchesKeys ? [mask.Writes ? "RIGHT_APPLICATION_DEVICES_WRITE_KEYS" : "RIGHT_APPLICATION_DEVICES_READ_KEYS"] : [];
    }

    private static void RefuseAnonymous(JsonObject request, Caller caller)
    {
        if (RequestEntity.Find(request) is { } entity)
            caller.Require(entity);
        throw Unauthenticated.Raise();
    }
}
