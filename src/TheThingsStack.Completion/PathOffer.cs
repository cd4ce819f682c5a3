using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Completion;

/// <summary>The paths that can stand in a place.</summary>
/// <param name="Segment">What the chosen one takes the place of.</param>
/// <param name="Paths">The paths, each by its last segment.</param>
/// <param name="Message">The message that they belong to; null where there is no client that has it.</param>
internal sealed record PathOffer(TextSpan Segment, IEnumerable<PathNode> Paths, INamedTypeSymbol? Message)
{
    /// <summary>What lies below what was typed; null where that is no path.</summary>
    public static PathOffer? Below(PathNode message, INamedTypeSymbol? type, TypedPath typed) =>
        (typed.Parent.Length == 0 ? message : message.Find(typed.Parent)) is { } parent ? new(typed.Segment, parent.Children, type) : null;

    /// <summary>The same without what an RPC refuses.</summary>
    public PathOffer AcceptedBy(RpcRule rule) => this with { Paths = Paths.Where(path => rule.Allows(path) || rule.AllowsSomeBelow(path)) };
}
