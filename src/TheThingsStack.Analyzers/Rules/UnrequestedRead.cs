using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A property that is read of an answer whose mask did not ask for it.</summary>
internal static class UnrequestedRead
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS2203", nameof(UnrequestedRead), Rule.Masks,
        "A property is read that was not asked for",
        "'{0}' is always null here: {1}",
        "The server returns what the mask names, and the few fields that it always returns. Everything else is null, whatever is stored.");

    public static Diagnostic? Judge(Reading reading, Contents contents)
    {
        if (contents.IsCreated || contents.IsTouched(reading.Path))
            return null;
        return contents.Reads[0].Rpc.Message.FindMember(reading.Path) is { } path && AnswerFields.Lack(contents.Reads, path) ? Report(reading, path, contents) : null;
    }

    private static Diagnostic Report(Reading reading, PathNode path, Contents contents)
    {
        var call = contents.Reads.OrderBy(static read => read.Operation.Syntax.SpanStart).First();
        var asked = path.Above().LastOrDefault(static node => node.IsOneofMember) ?? path;
        var missing = call.Rpc.Rules.Select(rule => rule.Accepted(asked)).FirstOrDefault(static accepted => accepted is not null);
        var reason = missing is not null
            ? $"the mask of {call.Rpc.Name} does not ask for it"
            : $"{call.Rpc.Name} does not return it; " + RefusedPath.Reason(call.Rpc.Writes, RefusedPath.Holders(call.Rpc, path, call.Api.RulesBeside(call.Operation.TargetMethod.ContainingType)));
        // A path more in the mask of a write would clear what is stored there.
        return contents.Reads.Length == 1 && !call.Rpc.Writes && MaskList.Of(call) is { } list
            ? Diagnostic.Create(Descriptor, reading.Place, [list], FixProperties.Missing(missing), path.Path, reason)
            : Diagnostic.Create(Descriptor, reading.Place, path.Path, reason);
    }
}
