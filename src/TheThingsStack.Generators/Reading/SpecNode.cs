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
    // So few names are compared with each other; more are looked up.
    private const int Few = 8;

    private Dictionary<string, SpecNode>? _index;

    public SpecNode(SpecNodeKind kind, int offset, string? text = null, SpecNode[]? items = null, SpecMember[]? members = null)
    {
        Kind = kind;
        Offset = offset;
        Text = text;
        Items = items ?? [];
        Members = members ?? [];
    }

    public SpecNodeKind Kind { get; }

    /// <summary>The byte at which the value starts.</summary>
    public int Offset { get; }

    /// <summary>The text of a string, the digits of a number, "true" or "false".</summary>
    public string? Text { get; }

    public SpecNode[] Items { get; }

    public SpecMember[] Members { get; }

    public SpecNode? this[string name]
    {
        get
        {
            if (Members.Length > Few)
                return (_index ??= BuildIndex()).TryGetValue(name, out var value) ? value : null;
            foreach (var member in Members)
            {
                if (member.Name == name)
                    return member.Value;
            }

            return null;
        }
    }

    public bool IsObject => Kind == SpecNodeKind.Object;

    public bool IsTrue => Kind == SpecNodeKind.Boolean && Text == "true";

    /// <summary>The text of a member that is a string, else null.</summary>
    public string? TextOf(string name) => this[name] is { Kind: SpecNodeKind.Text } node ? node.Text : null;

    /// <summary>Whether two values say the same in all but sentences, as far as a look at so many values can tell.</summary>
    public bool IsSame(SpecNode other, ref int most)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (--most < 0 || Kind != other.Kind || Text != other.Text || Items.Length != other.Items.Length || Members.Length != other.Members.Length)
            return false;
        for (var i = 0; i < Items.Length; i++)
        {
            if (!Items[i].IsSame(other.Items[i], ref most))
                return false;
        }

        for (var i = 0; i < Members.Length; i++)
        {
            if (Members[i].Name != other.Members[i].Name || !(Members[i].IsSentence && other.Members[i].IsSentence) && !Members[i].Value.IsSame(other.Members[i].Value, ref most))
                return false;
        }

        return true;
    }

    private Dictionary<string, SpecNode> BuildIndex()
    {
        var index = new Dictionary<string, SpecNode>(Members.Length, StringComparer.Ordinal);
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

    public bool IsSentence => Name is "description" or "summary" && Value.Kind == SpecNodeKind.Text;
}
