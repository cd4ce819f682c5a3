using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests.Bodies;

/// <summary>What a value of a body is.</summary>
internal enum JsonKind
{
    Object,
    Array,
    Text,
    Number,
    True,
    False,
    Null,

    /// <summary>A value that is not seen.</summary>
    Unseen,
}

/// <summary>A value of a body, as it stands in a JSON literal or in an anonymous object.</summary>
internal sealed class JsonPart(JsonKind kind, Location location)
{
    public JsonKind Kind => kind;

    /// <summary>Where it is written.</summary>
    public Location Location => location;

    /// <summary>The members of an object.</summary>
    public List<JsonMember> Members { get; } = [];

    /// <summary>The items of a list.</summary>
    public List<JsonPart> Items { get; } = [];

    /// <summary>The text of a string, or a number as it is written; null for others, and where a part of it is not seen.</summary>
    public string? Text { get; init; }

    /// <summary>The expression that is the whole value, as in <c>"{name}"</c>; null for others.</summary>
    public IOperation? Hole { get; init; }

    /// <summary>Where the text of a string stands; null where it has escapes.</summary>
    public TextOrigin? Origin { get; init; }

    /// <summary>Where in its origin the text begins.</summary>
    public int Start { get; init; }

    public JsonMember? Member(string name) => Members.Find(member => member.Name == name);

    /// <summary>Whether it holds nothing: the server takes an empty value for an absent one.</summary>
    public bool IsEmpty => Kind == JsonKind.Null || (Kind is JsonKind.Array && Items.Count == 0) || (Kind is JsonKind.Object && Members.Count == 0);

    /// <summary>Whether a part of it is not seen.</summary>
    public bool HasUnseen => Kind == JsonKind.Unseen || Items.Exists(static item => item.HasUnseen) || Members.Exists(static member => member.Value.HasUnseen);
}

/// <summary>A member of an object.</summary>
/// <param name="Name">The name, without escapes.</param>
/// <param name="Location">Where the name is written.</param>
/// <param name="Value">The value.</param>
internal sealed record JsonMember(string Name, Location Location, JsonPart Value);
