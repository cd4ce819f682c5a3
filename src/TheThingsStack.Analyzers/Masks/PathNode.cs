namespace TheThingsStack.Analyzers.Masks;

/// <summary>What a field holds.</summary>
internal enum FieldShape
{
    /// <summary>A value, or something that paths do not lead into.</summary>
    Value,

    /// <summary>A message, a oneof or a value wrapper: paths lead on.</summary>
    Node,

    /// <summary>A list: paths end here.</summary>
    List,

    /// <summary>A map: paths end here.</summary>
    Map,
}

/// <summary>One path that masks can name, and those below it. Children are made when they are asked for: messages may contain themselves.</summary>
internal sealed class PathNode
{
    private readonly Lazy<PathNode[]> _children;
    private string? _memberPath;

    public PathNode(string name, string property, PathNode? parent, FieldShape shape, Func<PathNode, IReadOnlyList<PathNode>> children)
    {
        Name = name;
        Property = property;
        Parent = parent;
        Shape = shape;
        Path = Join(parent, parent?.Path, name);
        PropertyPath = Join(parent, parent?.PropertyPath, property);
        _children = new(() => [.. children(this)]);
    }

    /// <summary>The segment; of a root, the name of the message.</summary>
    public string Name { get; }

    /// <summary>The name of the property, on the path builder and, but for oneofs, on the message.</summary>
    public string Property { get; }

    /// <summary>What it lies below; null for a root.</summary>
    public PathNode? Parent { get; }

    public FieldShape Shape { get; }

    /// <summary>Whether it is the name of a oneof.</summary>
    public bool IsOneof { get; init; }

    /// <summary>Whether it is a value wrapper: its one child is <c>value</c>.</summary>
    public bool IsWrapper { get; init; }

    public bool IsOneofMember => Parent is { IsOneof: true };

    /// <summary>Whether it is a member of a oneof, or lies below one.</summary>
    public bool IsWithinOneof => IsOneofMember || Parent is { IsWithinOneof: true };

    /// <summary>Whether it is the <c>.value</c> of a wrapper.</summary>
    public bool IsWrappedValue => Parent is { IsWrapper: true };

    public IReadOnlyList<PathNode> Children => _children.Value;

    public PathNode Root => Parent is null ? this : Parent.Root;

    /// <summary>The path as the server writes it; empty for a root.</summary>
    public string Path { get; }

    /// <summary>The expression of the path on a builder, below its root: <c>MacSettings.Rx1Delay</c>.</summary>
    public string PropertyPath { get; }

    /// <summary>The properties of the message that lead to it: oneofs and the values in wrappers have none of their own.</summary>
    public string MemberPath => _memberPath ??= Parent is not null && (IsOneof || IsWrappedValue) ? Parent.MemberPath : Join(Parent, Parent?.MemberPath, Property);

    /// <summary>What it lies below, the closest first, without the root.</summary>
    public IEnumerable<PathNode> Above()
    {
        for (var above = Parent; above?.Parent is not null; above = above.Parent)
            yield return above;
    }

    public IEnumerable<PathNode> SelfAndAbove() => new[] { this }.Concat(Above());

    /// <summary>The field of the message that it is, or lies below.</summary>
    public PathNode Top => Parent?.Parent is null ? this : Parent.Top;

    public PathNode? Child(string name)
    {
        foreach (var child in _children.Value)
        {
            if (child.Name == name)
                return child;
        }

        return null;
    }

    /// <summary>The child that a property of the builder stands for.</summary>
    public PathNode? ChildOnBuilder(string property)
    {
        foreach (var child in _children.Value)
        {
            if (child.Property == property)
                return child;
        }

        return null;
    }

    /// <summary>The child that a property of the message stands for: members of oneofs lie one level deeper.</summary>
    public PathNode? ChildOfProperty(string property)
    {
        if (ChildOnBuilder(property) is { IsOneof: false } child)
            return child;
        foreach (var oneof in _children.Value)
        {
            if (oneof.IsOneof && oneof.ChildOnBuilder(property) is { } member)
                return member;
        }

        return null;
    }

    /// <summary>The node that properties of the message lead to: <c>MacSettings.Adr.Dynamic</c>; null where there is none.</summary>
    public PathNode? FindMember(string members) => members.IndexOf('.') < 0 ? ChildOfProperty(members)
        : members.Split('.').Aggregate<string, PathNode?>(this, static (node, member) => node?.ChildOfProperty(member));

    /// <summary>The node of a path below this one; null where there is none.</summary>
    public PathNode? Find(string path)
    {
        if (path.IndexOf('.') < 0)
            return Child(path);
        var node = this;
        foreach (var segment in path.Split('.'))
        {
            node = node.Child(segment);
            if (node is null)
                return null;
        }

        return node;
    }

    /// <summary>Whether the other path is this one, or lies below it. Paths are compared, because trees of one message may be built more than once.</summary>
    public bool Covers(PathNode other) =>
        other.Path.StartsWith(Path, StringComparison.Ordinal) && (other.Path.Length == Path.Length || other.Path[Path.Length] == '.');

    /// <summary>Every node below this one, to a depth that no real message passes.</summary>
    public IEnumerable<PathNode> Descendants(int depth = 12) =>
        depth == 0 ? [] : Children.SelectMany(child => new[] { child }.Concat(child.Descendants(depth - 1)));

    public override string ToString() => Path;

    private static string Join(PathNode? parent, string? above, string name) =>
        parent is null ? "" : above!.Length == 0 ? name : above + "." + name;
}
