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

    public static IEnumerable<Diagnostic> Judge(MaskedCall call)
    {
        if (call.Rpc.Writes)
            yield break;
        foreach (var path in call.InEveryBranch((_, node) => Member(node) is not null && call.Rpc.Allows(node)))
        {
            var member = Member(path.Node!)!;
            yield return Diagnostic.Create(Descriptor, call.Place(path), FixProperties.Replace(member), path.Text, member.Path);
        }
    }

    private static PathNode? Member(PathNode node) => node.Above().LastOrDefault(static above => above.IsOneofMember);
}
