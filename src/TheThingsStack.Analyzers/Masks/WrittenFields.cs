namespace TheThingsStack.Analyzers.Masks;

/// <summary>Fields of an entity that say which one is written, or that the server keeps by itself: no mask has to name them.</summary>
internal static class WrittenFields
{
    private static readonly string[] KeptByServer = ["ids", "created_at", "updated_at", "deleted_at"];
    private static readonly string[] Identifying = ["id", "profile_id"];

    /// <summary>Whether an update leaves a path out without a word.</summary>
    public static bool IsKeptByServer(PathNode path) => Array.IndexOf(KeptByServer, path.Top.Name) >= 0;

    public static bool NeedNoMask(PathNode path) => IsKeptByServer(path) || Array.IndexOf(Identifying, path.Top.Name) >= 0;
}
