using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Syntax;

/// <summary>Where things stand in the source.</summary>
internal static class Places
{
    /// <summary>Whether a place is in a node, and not in what that uses.</summary>
    public static bool IsWithin(this Location place, SyntaxNode node) => place.SourceTree == node.SyntaxTree && node.Span.Contains(place.SourceSpan);
}
