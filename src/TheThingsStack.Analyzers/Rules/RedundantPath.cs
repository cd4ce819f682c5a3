using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A path that adds nothing to a mask.</summary>
internal static class RedundantPath
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS2205", nameof(RedundantPath), Rule.Masks,
        "Redundant path in a field mask",
        "'{0}' adds nothing: {1}",
        "A path stands for everything below it. The server takes the parent and ignores the child.");

    public static IEnumerable<Diagnostic> Judge(MaskValue mask)
    {
        List<Diagnostic>? found = null;
        for (var i = 0; i < mask.Paths.Count; i++)
        {
            if (mask.Paths[i].Node is { } node && ReasonAgainst(mask, node, i) is { } reason)
                (found ??= []).Add(Report(mask.Paths[i], reason));
        }

        return found ?? (IEnumerable<Diagnostic>)[];
    }

    private static string? ReasonAgainst(MaskValue mask, PathNode node, int index)
    {
        var isRepeated = false;
        for (var i = 0; i < mask.Paths.Count; i++)
        {
            if (mask.Paths[i].Node is { } other && other.Path != node.Path && other.Covers(node))
                return $"the mask has '{mask.Paths[i].Text}'";
            isRepeated |= i < index && mask.Paths[i].Text == node.Path;
        }

        return isRepeated ? "the mask has it already" : null;
    }

    private static Diagnostic Report(MaskPath path, string reason) =>
        Diagnostic.Create(Descriptor, path.Location, [path.Item], FixProperties.Removal, path.Text, reason);
}
