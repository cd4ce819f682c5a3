using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Masks;

/// <summary>Refuses masks as the server does, before it asks who is calling.</summary>
internal static class MaskGuard
{
    private const string Namespace = "pkg/rpcmiddleware/validator";

    private static readonly ApiError ForbiddenPaths = new(RpcCode.InvalidArgument, Namespace, "field_mask_paths", "forbidden path(s) in field mask");
    private static readonly ApiError NonZeroPath = new(RpcCode.InvalidArgument, Namespace, "non_zero_path", "path `{path}` is not zero");

    /// <summary>
    /// The allowed parents below which the server notices values that are not allowed. It searches for them in a way that
    /// misses all others, on this and on every other RPC.
    /// </summary>
    private static readonly Dictionary<string, string[]> GuardedParents = new(StringComparer.Ordinal)
    {
        ["NsEndDeviceRegistry/Set"] = ["pending_mac_state", "pending_mac_state.current_parameters", "pending_session", "session", "session.keys", "session.keys.nwk_s_enc_key"],
    };

    /// <summary>Paths of fields that are no more: they are taken out with a warning, not refused.</summary>
    private static readonly Dictionary<string, string[]> Outlived = new(StringComparer.Ordinal)
    {
        ["As/GetLink"] = ["api_key", "network_server_address", "tls"],
        ["As/SetLink"] = ["api_key", "network_server_address", "tls"],
    };

    /// <summary>The paths that a request asks for; null when the RPC takes no mask or the request has none.</summary>
    public static IReadOnlyList<string>? Paths(Rpc rpc, JsonObject request) =>
        rpc.Mask is not null && request.At("field_mask.paths") is JsonArray paths ? [.. paths.Select(p => p!.GetValue<string>())] : null;

    /// <returns>The paths that were taken out because their fields are no more.</returns>
    public static IReadOnlyList<string> Check(Operation operation, JsonObject request)
    {
        var rpc = operation.Rpc;
        var outlived = TakeOut(rpc, request);
        if (rpc.Mask is not { } rule || Paths(rpc, request) is not { } paths)
            return outlived;
        var forbidden = paths.Where(p => !rule.Allows(p)).Select(p => (JsonNode)p).ToArray();
        if (forbidden.Length > 0)
            throw ForbiddenPaths.With("forbidden_paths", new JsonArray(forbidden)).Raise();
        if (GuardedParents.TryGetValue(rpc.Name, out var parents) && EntityField(operation) is { } entity)
            CheckParents(rule, request.Object(entity.Name), paths.Intersect(parents));
        return outlived;
    }

    private static string[] TakeOut(Rpc rpc, JsonObject request)
    {
        if (!Outlived.TryGetValue(rpc.Name, out var known) || Paths(rpc, request) is not { } paths || !paths.Intersect(known).Any())
            return [];
        request["field_mask"] = Scalars.Mask(paths.Except(known));
        return [.. paths.Intersect(known)];
    }

    /// <summary>The field of a request that holds the entity which its mask speaks of.</summary>
    public static FieldType? EntityField(Operation operation) =>
        operation.Rpc.Mask is { Writes: true } rule ? operation.Request.Fields.FirstOrDefault(f => f.Descends == rule.Message) : null;

    private static void CheckParents(MaskRule rule, JsonObject? entity, IEnumerable<string> parents)
    {
        foreach (var parent in parents)
        {
            if (entity.At(parent) is { } value && FirstRefused(rule, parent, value) is { } path)
                throw NonZeroPath.With("path", path).Raise();
        }
    }

    private static string? FirstRefused(MaskRule rule, string path, JsonNode value) => !rule.Allows(path)
        ? path
        : value is not JsonObject inner ? null
        : inner.Where(field => MaskPath.Exists(rule.Message, $"{path}.{field.Key}"))
            .Select(field => FirstRefused(rule, $"{path}.{field.Key}", field.Value!))
            .FirstOrDefault(refused => refused is not null);
}
