namespace TheThingsStack.Analyzers.Masks;

/// <summary>Which paths one RPC accepts. The server compares each path for itself: that it accepts a path says nothing about those above and below.</summary>
internal sealed class RpcRule
{
    private const string AndBelow = ".*";

    private readonly HashSet<string>? _paths;
    private readonly HashSet<string> _wholes = new(StringComparer.Ordinal);

    /// <param name="rpc">Service and method.</param>
    /// <param name="server">The server that answers, as people call it.</param>
    /// <param name="message">The message that masks select from.</param>
    /// <param name="paths"><c>*</c> for every path; else paths separated by commas, of which one ending in <c>.*</c> stands for itself and all below it.</param>
    public RpcRule(string rpc, string server, PathNode message, string paths)
    {
        Rpc = rpc;
        Server = server;
        Message = message;
        if (paths == "*")
            return;
        _paths = new(StringComparer.Ordinal);
        foreach (var path in paths.Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (path.EndsWith(AndBelow, StringComparison.Ordinal))
                _wholes.Add(path.Substring(0, path.Length - AndBelow.Length));
            else
                _paths.Add(path);
        }
    }

    /// <summary>Service and method: <c>EndDeviceRegistry/Get</c>.</summary>
    public string Rpc { get; }

    public string Service => Rpc.Split('/')[0];

    public string Method => Rpc.Substring(Rpc.IndexOf('/') + 1);

    public string Server { get; }

    /// <summary>The message that masks select from: the root of its paths.</summary>
    public PathNode Message { get; }

    public bool Writes { get; init; }

    /// <summary>The path that deletes the entity when nothing is written under it; null where there is none.</summary>
    public string? Deletes { get; init; }

    /// <summary>The paths that are returned whatever the mask says; null where that is unknown.</summary>
    public string[]? Implicit { get; init; }

    public bool Allows(PathNode path)
    {
        if (_paths is null || _paths.Contains(path.Path))
            return true;
        for (var node = path; node.Parent is not null; node = node.Parent)
        {
            if (_wholes.Contains(node.Path))
                return true;
        }

        return false;
    }

    /// <summary>The path itself, or the nearest above it that the RPC accepts whole and never in parts, such as a picture; null where it accepts neither.</summary>
    public PathNode? Accepted(PathNode path) =>
        path.SelfAndAbove().FirstOrDefault(Allows) is { } accepted && (accepted == path || !AllowsSomeBelow(accepted)) ? accepted : null;

    public bool AllowsSomeBelow(PathNode path) => path.Descendants().Any(Allows);

    /// <summary>Everything that the RPC accepts, in as few paths as possible.</summary>
    public IEnumerable<PathNode> Fields() => Fields(Message);

    private IEnumerable<PathNode> Fields(PathNode node) =>
        node.Children.SelectMany(child => Allows(child) ? [child] : Fields(child));
}
