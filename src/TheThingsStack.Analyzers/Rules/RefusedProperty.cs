using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A property that is set, and that an update without a mask would have to write, though its RPC does not accept it.</summary>
internal static class RefusedProperty
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Error(
        "TTS2102", nameof(RefusedProperty), Rule.Masks,
        "The RPC does not store this property",
        "{0} does not store '{1}': {2}",
        "An update without a mask writes everything that is set. The client refuses to send it where the RPC does not take all of that.");

    public static IEnumerable<Diagnostic> Judge(MaskedCall call, Contents contents) => call.IsInferred ? JudgeInferred(call, contents) : [];

    private static IEnumerable<Diagnostic> JudgeInferred(MaskedCall call, Contents contents)
    {
        foreach (var pair in contents.Entries)
        {
            if (!pair.Value.IsCertain || call.Rpc.Message.FindMember(pair.Key) is not { } path || !IsWritten(path, pair.Value, contents) || Takes(call.Rpc, path, pair.Value))
                continue;
            var holders = RefusedPath.Holders(call.Rpc, path, call.Api.RulesBeside(call.Operation.TargetMethod.ContainingType));
            foreach (var assignment in pair.Value.Assignments)
                yield return Diagnostic.Create(Descriptor, assignment.Place, call.Rpc.Name, path.Path, RefusedPath.Reason(writes: true, holders));
        }
    }

    /// <summary>Whether the mask will have this very path: what is below it stands for it, and it stands for a whole member of a oneof.</summary>
    private static bool IsWritten(PathNode path, Entry entry, Contents contents) =>
        Values.IsSet(entry.Kind)
        && !WrittenFields.IsKeptByServer(path)
        && !path.Above().Any(static above => above.IsOneofMember)
        && (path.IsOneofMember || !contents.HasBelow(path.MemberPath));

    /// <summary>Whether a path is taken, or may be: of a message that is not seen, some part is enough, and of a whole device each server takes its parts.</summary>
    private static bool Takes(RpcCall rpc, PathNode path, Entry entry)
    {
        var mayBePart = rpc.IsWhole || (entry.Kind == ValueKind.Value && path is { IsOneofMember: false, IsWrapper: false });
        return rpc.Rules.Any(rule => rule.Accepted(path) is not null || (mayBePart && rule.AllowsSomeBelow(path)));
    }
}
