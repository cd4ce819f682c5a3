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
        for (var i = 0; i < mask.Paths.Count; i++)
        {
            if (mask.Paths[i].Node is not { } node)
                continue;
            if (mask.Paths.FirstOrDefault(other => other.Node is { } above && above.Path != node.Path && above.Covers(node)) is { } parent)
                yield return Report(mask.Paths[i], $"the mask has '{parent.Text}'");
            else if (mask.Paths.Take(i).Any(other => other.Text == node.Path))
                yield return Report(mask.Paths[i], "the mask has it already");
        }
    }

    private static Diagnostic Report(MaskPath path, string reason) =>
        Diagnostic.Create(Descriptor, path.Location, [path.Item], FixProperties.Removal, path.Text, reason);
}
