namespace TheThingsStack.Analyzers;

/// <summary>What analyzers tell fixes, in the properties of a diagnostic. A fix works on the first additional location, or else on the diagnostic's own.</summary>
internal static class FixProperties
{
    /// <summary>The path that takes the place of the one that is written, in the server's grammar.</summary>
    public const string Replacement = "replacement";

    /// <summary>The same path as properties of a path builder.</summary>
    public const string Properties = "properties";

    /// <summary>Present where the path is to be removed from its mask.</summary>
    public const string Remove = "remove";

    /// <summary>The property of the client and the method that take the path instead: <c>NsEndDeviceRegistry.GetAsync</c>.</summary>
    public const string Method = "method";

    /// <summary>What takes the place of the second additional location, the beginning of a route: <c>ns/</c>.</summary>
    public const string Route = "route";

    /// <summary>The server that a route leads to then.</summary>
    public const string Server = "server";

    /// <summary>The path that a mask lacks; the list of its paths is at the first additional location.</summary>
    public const string Added = "added";

    /// <summary>The message that the path belongs to.</summary>
    public const string Message = "message";

    public static ImmutableDictionary<string, string?> Replace(string path) => ImmutableDictionary<string, string?>.Empty.Add(Replacement, path);

    public static ImmutableDictionary<string, string?> Replace(Masks.PathNode path) => Replace(path.Path).Add(Properties, path.PropertyPath);

    /// <summary>A path that a mask lacks; none where null.</summary>
    public static ImmutableDictionary<string, string?> Missing(Masks.PathNode? path) =>
        path is null ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(Added, path.Path).Add(Properties, path.PropertyPath).Add(Message, path.Root.Name);

    public static ImmutableDictionary<string, string?> Removal { get; } = ImmutableDictionary<string, string?>.Empty.Add(Remove, "true");
}
