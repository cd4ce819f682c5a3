namespace TheThingsStack.Emulator.Masks;

/// <summary>Paths by their first segment. Where a path and one below it are both named, the one above wins.</summary>
internal sealed class PathTree
{
    private readonly Dictionary<string, PathTree> _children = new(StringComparer.Ordinal);
    private bool _whole;

    public static PathTree Of(IEnumerable<string> paths)
    {
        var root = new PathTree();
        foreach (var path in paths)
            root.Add(path.Split('.'));
        return root;
    }

    /// <summary>Whether everything at this place is meant.</summary>
    public bool IsWhole => _whole;

    public IReadOnlyDictionary<string, PathTree> Children => _children;

    private void Add(ReadOnlySpan<string> segments)
    {
        if (segments.IsEmpty)
        {
            _whole = true;
            return;
        }

        if (!_children.TryGetValue(segments[0], out var child))
            _children[segments[0]] = child = new PathTree();
        child.Add(segments[1..]);
    }
}
