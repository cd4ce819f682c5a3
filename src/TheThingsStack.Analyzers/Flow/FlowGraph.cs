using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>Follows what locals hold along every way through a function.</summary>
internal sealed class FlowGraph
{
    private static readonly ImmutableDictionary<ILocalSymbol, Contents> NothingKnown =
        ImmutableDictionary.Create<ILocalSymbol, Contents>(SymbolEqualityComparer.Default);

    private readonly ControlFlowGraph _graph;
    private readonly List<(ILocalSymbol Local, MessageUse Use)>[] _uses;
    private readonly ImmutableDictionary<ILocalSymbol, Contents>?[] _known;

    private FlowGraph(ControlFlowGraph graph, List<(ILocalSymbol Local, MessageUse Use)>[] uses)
    {
        _graph = graph;
        _uses = uses;
        _known = new ImmutableDictionary<ILocalSymbol, Contents>?[graph.Blocks.Length];
    }

    /// <summary>What a body and the functions within it do with the messages in their locals.</summary>
    public static IEnumerable<Observation> Observe(ControlFlowGraph body, WindingUses uses)
    {
        var graphs = new List<FlowGraph>();
        var met = new HashSet<SyntaxNode>();
        Collect(body, uses, graphs, met);

        // What was not met is done in a place that no graph shows.
        foreach (var anchor in uses.Anchors.Where(anchor => !met.Contains(anchor)))
            uses.Forget(anchor);
        return [.. graphs.SelectMany(graph => graph.Observe(uses))];
    }

    private static void Collect(ControlFlowGraph graph, WindingUses uses, List<FlowGraph> graphs, HashSet<SyntaxNode> met)
    {
        var blocks = new List<(ILocalSymbol, MessageUse)>[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            blocks[block.Ordinal] = [];
            foreach (var operation in InOrder(block))
            {
                if (operation is IFlowAnonymousFunctionOperation lambda && uses.Has(lambda.Syntax))
                    Collect(graph.GetAnonymousFunctionControlFlowGraph(lambda), uses, graphs, met);
                if (UsesOf(operation, uses) is not { Count: > 0 } here)
                    continue;
                met.Add(operation.Syntax);
                blocks[block.Ordinal].AddRange(here);
                if (IsInFinally(block))
                    uses.Forget(operation.Syntax);
            }
        }

        foreach (var function in graph.LocalFunctions)
        {
            if (function.DeclaringSyntaxReferences is [var reference] && uses.Has(reference.GetSyntax()))
                Collect(graph.GetLocalFunctionControlFlowGraph(function), uses, graphs, met);
        }

        graphs.Add(new(graph, blocks));
    }

    private static List<(ILocalSymbol, MessageUse)> UsesOf(IOperation operation, WindingUses uses) => operation switch
    {
        ILocalReferenceOperation { IsDeclaration: false } => [.. uses.At(operation.Syntax)],
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { IsDeclaration: true, Local: var local } } when uses.ItemOf(local) is { } item => [(local, item)],
        ISimpleAssignmentOperation => [.. uses.At(operation.Syntax)],
        _ => [],
    };

    /// <summary>The operations of a block, each after those that it is made of.</summary>
    private static List<IOperation> InOrder(BasicBlock block)
    {
        var operations = new List<IOperation>();
        foreach (var operation in block.Operations)
            Add(operation);
        if (block.BranchValue is { } value)
            Add(value);
        return operations;

        void Add(IOperation operation)
        {
            foreach (var part in operation.ChildOperations)
                Add(part);
            operations.Add(operation);
        }
    }

    private IEnumerable<Observation> Observe(WindingUses uses)
    {
        Flow();
        var observations = new List<Observation>();
        for (var i = 0; i < _uses.Length; i++)
        {
            if (_known[i] is not { } known)
                continue;
            foreach (var (local, use) in _uses[i])
            {
                observations.Add(new(use, uses.IsUnseen(local) ? null : known.GetValueOrDefault(local)));
                known = After(known, local, use);
            }
        }

        return observations;
    }

    private void Flow()
    {
        var waiting = new Queue<int>();
        Enter(0, NothingKnown, waiting);
        while (waiting.Count > 0)
        {
            var block = _graph.Blocks[waiting.Dequeue()];
            var known = _known[block.Ordinal]!;
            Throw(block, known, waiting);
            foreach (var (local, use) in _uses[block.Ordinal])
            {
                var after = After(known, local, use);
                if (after == known)
                    continue;
                known = after;
                Throw(block, known, waiting);
            }

            Enter(block.FallThroughSuccessor?.Destination?.Ordinal, known, waiting);
            Enter(block.ConditionalSuccessor?.Destination?.Ordinal, known, waiting);
        }
    }

    private void Enter(int? block, ImmutableDictionary<ILocalSymbol, Contents> known, Queue<int> waiting)
    {
        if (block is not { } ordinal)
            return;
        var before = _known[ordinal];
        if (before == known)
            return;
        var joined = before is null ? known : Join(before, known);
        if (before is not null && Same(before, joined))
            return;
        _known[ordinal] = joined;
        if (!waiting.Contains(ordinal))
            waiting.Enqueue(ordinal);
    }

    /// <summary>Whatever stands in a try block may lead to its handlers.</summary>
    private void Throw(BasicBlock block, ImmutableDictionary<ILocalSymbol, Contents> known, Queue<int> waiting)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } whole)
                continue;
            foreach (var handler in whole.NestedRegions.Where(other => other != region))
                Enter(handler.FirstBlockOrdinal, known, waiting);
        }
    }

    private static ImmutableDictionary<ILocalSymbol, Contents> After(ImmutableDictionary<ILocalSymbol, Contents> known, ILocalSymbol local, MessageUse use)
    {
        var before = known.GetValueOrDefault(local);
        var after = use.After(before);
        return after == before ? known : after is null ? known.Remove(local) : known.SetItem(local, after);
    }

    private static ImmutableDictionary<ILocalSymbol, Contents> Join(ImmutableDictionary<ILocalSymbol, Contents> one, ImmutableDictionary<ILocalSymbol, Contents> other)
    {
        var joined = NothingKnown.ToBuilder();
        foreach (var pair in one)
        {
            if (other.TryGetValue(pair.Key, out var contents) && Contents.Join(pair.Value, contents) is { } both)
                joined[pair.Key] = both;
        }

        return joined.ToImmutable();
    }

    private static bool Same(ImmutableDictionary<ILocalSymbol, Contents> one, ImmutableDictionary<ILocalSymbol, Contents> other)
    {
        if (one.Count != other.Count)
            return false;
        foreach (var pair in one)
        {
            if (!other.TryGetValue(pair.Key, out var contents) || contents != pair.Value && !pair.Value.Same(contents))
                return false;
        }

        return true;
    }

    private static bool IsInFinally(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally)
                return true;
        }

        return false;
    }
}
