using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>Two members of one oneof, of which at most one can be set.</summary>
internal static class OneofConflict
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS2204", nameof(OneofConflict), Rule.Masks,
        "Two members of one oneof",
        "'{0}' and '{1}' are members of one oneof, of which at most one is set: {2}",
        "Members of a oneof exclude each other. The server refuses masks that lead into two of them, and takes only one that is set.");

    /// <summary>Reports the later one of each pair within a mask.</summary>
    public static IEnumerable<Diagnostic> Judge(MaskValue mask)
    {
        for (var i = 1; i < mask.Paths.Count; i++)
        {
            if (mask.Paths[i].Node is not { } node || mask.Paths.Take(i).FirstOrDefault(other => Excludes(node, other.Node)) is not { } first)
                continue;
            var oneof = node.SelfAndAbove().First(member => member.IsOneofMember && !member.Covers(first.Node!) && member.Parent!.Covers(first.Node!)).Parent!;
            yield return Diagnostic.Create(
                Descriptor, mask.Paths[i].Location, [mask.Paths[i].Item, first.Location],
                FixProperties.Replace(oneof), first.Text, node.Path, $"name one of them, or '{oneof.Path}'");
        }
    }

    private static bool Excludes(PathNode node, PathNode? other) =>
        other is not null && node.SelfAndAbove().Any(member => member.IsOneofMember && !member.Covers(other) && member.Parent!.Covers(other) && member.Parent.Path != other.Path);
}
