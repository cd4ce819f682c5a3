using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Identifiers that nobody may register.</summary>
internal static class ReservedIds
{
    private static readonly ApiError Forbidden = new(RpcCode.InvalidArgument, "pkg/identityserver/blocklist", "forbidden_id", "ID `{id}` is not allowed");
    private static readonly HashSet<string> Ids = ["admin", "app", "batch", "device", "devices", "search", "test"];

    public static void Refuse(string id)
    {
        if (Ids.Contains(id))
            throw Forbidden.With("id", id).Raise();
    }
}
