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
    public static IReadOnlyList<Observation> Observe(IOperation body, Func<IInvocationOperation, MaskedCall?> callOf, Func<ControlFlowGraph> graph)
    {
        var uses = new Uses(body, callOf);
        return uses.NeedGraph ? [.. uses.Nameless, .. FlowGraph.Observe(graph(), uses)] : uses.Nameless;
    }
}
