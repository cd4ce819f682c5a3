using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>Judges what one body does with messages, once all its calls are known.</summary>
internal static class FlowJudge
{
    /// <param name="body">The body.</param>
    /// <param name="calls">Its calls that send a mask, by their syntax.</param>
    /// <param name="graph">Its control flow; asked for only where it is needed.</param>
    public static IEnumerable<Diagnostic> Judge(Body body, IReadOnlyDictionary<SyntaxNode, MaskedCall> calls, Func<ControlFlowGraph> graph)
    {
        if (calls.Count == 0 && !body.Assignments.Exists(SetsOneof))
            return [];
        var unseen = new HashSet<MaskedCall>(calls.Values);
        var found = new List<Diagnostic>();
        var observations = MessageFlow.Observe(body, CallOf, graph);
        foreach (var (use, contents) in observations)
        {
            if (contents is not null && use is Reading reading && UnrequestedRead.Judge(reading, contents) is { } unrequested)
                found.Add(unrequested);
            else if (contents is not null && use is Sending { Call: { } call } && unseen.Remove(call))
                JudgeSending(call, contents, found);
        }

        found.AddRange(LostUpdate.Judge(observations).Concat(OneofConflict.Judge(observations)));
        return found.Concat(unseen.SelectMany(static call => ApiKeyDeleted.Judge(call, null)));

        MaskedCall? CallOf(IInvocationOperation invocation) => calls.TryGetValue(invocation.Syntax, out var call) ? call : null;
    }

    /// <summary>Whether a member of a oneof is set outside of an initializer: the flow decides whether it meets another.</summary>
    private static bool SetsOneof(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Instance: not IInstanceReferenceOperation } target
        && MessageSymbols.HasOneofs(target.Property.ContainingType) && MessageSymbols.OneofOf(target.Property) is not null;

    private static void JudgeSending(MaskedCall call, Contents contents, List<Diagnostic> found)
    {
        found.AddRange(RefusedProperty.Judge(call, contents));
        found.AddRange(ApiKeyDeleted.Judge(call, contents));
        found.AddRange(WrapperValue.Judge(call, contents));
        found.AddRange(SilentClear.Judge(call, contents));
    }
}
