using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>Something that a method does with a message.</summary>
/// <param name="Anchor">The syntax whose operation does it.</param>
internal abstract record MessageUse(SyntaxNode Anchor)
{
    /// <summary>Whether more or less is known of the message afterwards.</summary>
    public bool Changes => this is Binding or Setting or Escape;

    /// <summary>What is known of the message afterwards.</summary>
    /// <param name="contents">What was known before; null for nothing.</param>
    public virtual Contents? After(Contents? contents) => contents;
}

/// <summary>A local gets a message.</summary>
/// <param name="Contents">What is known of it; null for nothing.</param>
internal sealed record Binding(SyntaxNode Anchor, Contents? Contents) : MessageUse(Anchor)
{
    public override Contents? After(Contents? contents) => Contents;
}

/// <summary>A property is set, or one below it.</summary>
/// <param name="Assignments">The property's own, and those within a message that is made in place.</param>
/// <param name="IfNull">Whether that is done only where it is null.</param>
internal sealed record Setting(SyntaxNode Anchor, List<Assignment> Assignments, bool IfNull = false) : MessageUse(Anchor)
{
    public override Contents? After(Contents? contents) => IfNull ? contents?.SetIfNull(Assignments) : contents?.Set(Assignments);
}

/// <summary>A property is read.</summary>
/// <param name="Path">The properties that lead to it.</param>
/// <param name="Property">The property as it is written there.</param>
internal sealed record Reading(SyntaxNode Anchor, string Path, IPropertyReferenceOperation Property) : MessageUse(Anchor)
{
    /// <summary>The name of the property where it is written.</summary>
    public Location Place => Assignment.PlaceOf(Property);
}

/// <summary>A message, or one below it, gets to where it is not seen.</summary>
/// <param name="Path">The properties that lead to it; empty for the message itself.</param>
internal sealed record Escape(SyntaxNode Anchor, string Path) : MessageUse(Anchor)
{
    public override Contents? After(Contents? contents) => Path.Length == 0 ? null : contents?.Expose(Path);
}

/// <summary>A message is sent.</summary>
/// <param name="Call">The call; null where it sends the whole message.</param>
internal sealed record Sending(SyntaxNode Anchor, MaskedCall? Call) : MessageUse(Anchor);
