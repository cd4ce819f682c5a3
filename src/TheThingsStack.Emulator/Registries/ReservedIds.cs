using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Identifiers that nobody may register: those that the server has built in.</summary>
internal static class ReservedIds
{
    private static readonly ApiError Forbidden = new(RpcCode.InvalidArgument, "pkg/identityserver/blocklist", "forbidden_id", "ID `{id}` is not allowed");

    public static IReadOnlySet<string> All { get; } = Read();

    public static void Refuse(string id)
    {
        if (All.Contains(id))
            throw Forbidden.With("id", id).Raise();
    }

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(typeof(ReservedIds).Assembly.GetManifestResourceStream("reserved-ids.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
    }
}
