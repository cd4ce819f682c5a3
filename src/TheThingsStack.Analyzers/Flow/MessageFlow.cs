using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>What the code of one body does with messages.</summary>
internal static class MessageFlow
{
    /// <param name="body">The body of a method, a property or an initializer.</param>
    /// <param name="callOf">Which of its invocations are calls that send a mask.</param>
    /// <param name="graph">The control flow of the body; asked for only where it is needed.</param>
    public static IReadOnlyList<Observation> Observe(Body body, Func<IInvocationOperation, MaskedCall?> callOf, Func<ControlFlowGraph> graph)
    {
        var uses = new Uses(body, callOf);
        var observations = uses.Nameless;
        var winding = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);
        foreach (var local in uses.Followed)
        {
            if (StraightFlow.Observe(local, uses) is { } straight)
                observations.AddRange(straight);
            else
                winding.Add(local);
        }

        if (winding.Count > 0)
            observations.AddRange(FlowGraph.Observe(graph(), new WindingUses(uses, winding)));
        return observations;
    }
}
