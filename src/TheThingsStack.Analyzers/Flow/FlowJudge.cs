using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>Judges what one body does with messages, once all its calls are known.</summary>
internal sealed class FlowJudge
{
    private readonly ConcurrentDictionary<SyntaxNode, MaskedCall> _calls = [];
    private volatile bool _setsOneofs;

    public void Add(MaskedCall call) => _calls[call.Operation.Syntax] = call;

    /// <summary>Notes whether members of oneofs are set outside of initializers: the flow decides whether they meet.</summary>
    public void Add(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IPropertyReferenceOperation { Instance: not IInstanceReferenceOperation } target
            && MessageSymbols.HasOneofs(target.Property.ContainingType) && MessageSymbols.OneofOf(target.Property) is not null)
            _setsOneofs = true;
    }

    public IEnumerable<Diagnostic> Judge(OperationBlockAnalysisContext context)
    {
        if (_calls.IsEmpty && !_setsOneofs)
            return [];
        var unseen = new HashSet<MaskedCall>(_calls.Values);
        var found = new List<Diagnostic>();
        foreach (var body in context.OperationBlocks)
        {
            var observations = MessageFlow.Observe(body, CallOf, () => context.GetControlFlowGraph(body));
            foreach (var (use, contents) in observations)
            {
                if (contents is not null && use is Reading reading)
                    found.AddRange(UnrequestedRead.Judge(reading, contents));
                else if (contents is not null && use is Sending { Call: { } call } && unseen.Remove(call))
                    found.AddRange(JudgeSending(call, contents));
            }

            found.AddRange(LostUpdate.Judge(observations).Concat(OneofConflict.Judge(observations)));
        }

        return found.Concat(unseen.SelectMany(static call => ApiKeyDeleted.Judge(call, null)));
    }

    private static IEnumerable<Diagnostic> JudgeSending(MaskedCall call, Contents contents) =>
        RefusedProperty.Judge(call, contents).Concat(ApiKeyDeleted.Judge(call, contents))
            .Concat(WrapperValue.Judge(call, contents)).Concat(SilentClear.Judge(call, contents));

    private MaskedCall? CallOf(IInvocationOperation invocation) => _calls.TryGetValue(invocation.Syntax, out var call) ? call : null;
}
