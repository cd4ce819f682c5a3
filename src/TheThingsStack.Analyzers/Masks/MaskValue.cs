using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>One path as it is written in a mask.</summary>
/// <param name="Node">The path; null where the message does not have it.</param>
/// <param name="Text">The path as text.</param>
internal abstract record MaskPath(PathNode? Node, string Text)
{
    /// <summary>Where it is written.</summary>
    public abstract Location Location { get; }

    /// <summary>What goes when the path is removed: in a list of JSON its quotes, too.</summary>
    public virtual Location Item => Location;
}

/// <summary>A path that is written as an expression.</summary>
/// <param name="Syntax">The expression, or what stands for several paths.</param>
internal sealed record SyntaxPath(PathNode Node, string Text, SyntaxNode Syntax) : MaskPath(Node, Text)
{
    public override Location Location => Syntax.GetLocation();
}

/// <summary>A mask whose paths are all seen.</summary>
/// <param name="Message">The message that it selects from.</param>
/// <param name="Paths">In the order in which they are written.</param>
internal sealed record MaskValue(PathNode Message, List<MaskPath> Paths)
{
    /// <summary>Whether the path, or one above it, is in the mask.</summary>
    public bool Covers(PathNode path) => Paths.Exists(p => p.Node is { } node && node.Covers(path));
}
