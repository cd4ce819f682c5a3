namespace TheThingsStack.Generators.Reading;

internal enum SpecNodeKind
{
    Null,
    Boolean,
    Number,
    Text,
    List,
    Object,
}

/// <summary>A JSON value that knows where it stands in the document.</summary>
internal sealed class SpecNode
{
    private static readonly IReadOnlyList<SpecNode> NoItems = [];
    private static readonly IReadOnlyList<SpecMember> NoMembers = [];

    private Dictionary<string, SpecNode>? _index;

    public SpecNode(SpecNodeKind kind, int offset, string? text = null, IReadOnlyList<SpecNode>? items = null, IReadOnlyList<SpecMember>? members = null)
    {
        Kind = kind;
        Offset = offset;
        Text = text;
        Items = items ?? NoItems;
        Members = members ?? NoMembers;
    }

    public SpecNodeKind Kind { get; }

    /// <summary>The byte at which the value starts.</summary>
    public int Offset { get; }

    /// <summary>The text of a string, the digits of a number, "true" or "false".</summary>
    public string? Text { get; }

    public IReadOnlyList<SpecNode> Items { get; }

    public IReadOnlyList<SpecMember> Members { get; }

    public SpecNode? this[string name]
    {
        get
        {
            if (Members.Count == 0)
                return null;
            _index ??= BuildIndex();
            return _index.TryGetValue(name, out var value) ? value : null;
        }
    }

    public bool IsObject => Kind == SpecNodeKind.Object;

    public bool IsTrue => Kind == SpecNodeKind.Boolean && Text == "true";

    /// <summary>The text of a member that is a string, else null.</summary>
    public string? TextOf(string name) => this[name] is { Kind: SpecNodeKind.Text } node ? node.Text : null;

    /// <summary>Whether two values say the same, as far as a look at so many values can tell.</summary>
    public bool IsSame(SpecNode other, ref int most)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (--most < 0 || Kind != other.Kind || Text != other.Text || Items.Count != other.Items.Count || Members.Count != other.Members.Count)
            return false;
        for (var i = 0; i < Items.Count; i++)
        {
            if (!Items[i].IsSame(other.Items[i], ref most))
                return false;
        }

        for (var i = 0; i < Members.Count; i++)
        {
            if (Members[i].Name != other.Members[i].Name || !Members[i].Value.IsSame(other.Members[i].Value, ref most))
                return false;
        }

        return true;
    }

    private Dictionary<string, SpecNode> BuildIndex()
    {
        var index = new Dictionary<string, SpecNode>(Members.Count, StringComparer.Ordinal);
        foreach (var member in Members)
            index.Add(member.Name, member.Value);
        return index;
    }
}

/// <summary>One member of a JSON object.</summary>
internal readonly struct SpecMember(string name, int offset, SpecNode value)
{
    public string Name { get; } = name;

    public int Offset { get; } = offset;

    public SpecNode Value { get; } = value;
}
