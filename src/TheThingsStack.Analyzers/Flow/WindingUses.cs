using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>What a body does with the locals that are followed along the graph, by the places at which the graph meets it.</summary>
internal sealed class WindingUses
{
    private readonly Dictionary<SyntaxNode, List<(ILocalSymbol Local, MessageUse Use)>> _byAnchor = [];
    private readonly HashSet<ILocalSymbol> _unseen = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _functions = [];
    private readonly Uses _uses;
    private readonly HashSet<ILocalSymbol> _locals;

    public WindingUses(Uses uses, HashSet<ILocalSymbol> locals)
    {
        (_uses, _locals) = (uses, locals);
        foreach (var local in locals)
        {
            foreach (var (operation, use) in uses.Of(local))
                Add(operation, local, use);
        }
    }

    public IEnumerable<SyntaxNode> Anchors => _byAnchor.Keys;

    /// <summary>What is done at a place, in the order in which it is done.</summary>
    public IEnumerable<(ILocalSymbol Local, MessageUse Use)> At(SyntaxNode anchor) =>
        _byAnchor.TryGetValue(anchor, out var uses) ? uses.Where(pair => !_unseen.Contains(pair.Local)) : [];

    /// <summary>What a local holds when it is declared without an initializer of its own, as the variable of a loop is.</summary>
    public Binding? ItemOf(ILocalSymbol local) => _locals.Contains(local) && !_unseen.Contains(local) ? _uses.ItemOf(local) : null;

    /// <summary>Whether a local is used in a way that nobody can follow.</summary>
    public bool IsUnseen(ILocalSymbol local) => _unseen.Contains(local);

    /// <summary>Whether something is done within a lambda or a local function.</summary>
    public bool Has(SyntaxNode function) => _functions.Contains(function);

    /// <summary>Gives up the locals that are used where the flow does not lead.</summary>
    public void Forget(SyntaxNode anchor) => _unseen.UnionWith(_byAnchor[anchor].Select(static pair => pair.Local));

    private void Add(IOperation operation, ILocalSymbol local, MessageUse use)
    {
        if (!_byAnchor.TryGetValue(use.Anchor, out var uses))
            _byAnchor.Add(use.Anchor, uses = []);
        uses.Add((local, use));
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                _functions.Add(parent.Syntax);
        }
    }
}
