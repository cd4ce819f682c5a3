using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A read of something below a member of a oneof.</summary>
internal static class PathBelowOneofMember
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Info(
        "TTS2003", nameof(PathBelowOneofMember), Rule.Masks,
        "Path below a member of a oneof",
        "Reading '{0}' fails when another member of the oneof is stored: ask for '{1}'",
        "The server cannot select a field below a member that is not the one that is stored, and answers with an internal error.");

    public static IEnumerable<Diagnostic> Judge(MaskedCall call) =>
        !call.Rpc.Writes && call.InEveryBranch(static (call, _, node) => Member(node) is not null && call.Rpc.Allows(node)) is { Count: > 0 } below
            ? below.Select(path => Report(call.Place(path), path)) : [];

    /// <summary>Judges the mask of a request that is written by hand.</summary>
    public static IEnumerable<Diagnostic> Judge(MaskValue mask, RpcRule rule) =>
        rule.Writes ? [] : mask.Paths.Where(path => path.Node is { } node && Member(node) is not null && rule.Allows(node)).Select(static path => Report(path.Location, path));

    private static Diagnostic Report(Location place, MaskPath path)
    {
        var member = Member(path.Node!)!;
        return Diagnostic.Create(Descriptor, place, FixProperties.Replace(member), path.Text, member.Path);
    }

    // Stored messages are asked for by their type, which is the member that they have.
    private static PathNode? Member(PathNode node) =>
        node.Parent is not { IsWithinOneof: true } || node.Root.Name == "ApplicationUp" ? null : node.Above().LastOrDefault(static above => above.IsOneofMember);
}
