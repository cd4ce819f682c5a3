using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>What a body does with messages: with those in its locals, and with those that it never gives a name.</summary>
internal sealed class Uses
{
    private readonly Dictionary<SyntaxNode, List<(ILocalSymbol Local, MessageUse Use)>> _byAnchor = [];
    private readonly Dictionary<ILocalSymbol, Binding> _items = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _unseen = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _functions = [];
    private readonly List<Observation> _nameless = [];
    private readonly Func<IInvocationOperation, MaskedCall?> _callOf;
    private readonly Answers _answers;

    public Uses(IOperation body, Func<IInvocationOperation, MaskedCall?> callOf)
    {
        _callOf = callOf;
        _answers = new(callOf);
        foreach (var operation in body.DescendantsAndSelf())
            Add(operation);
    }

    /// <summary>What is done with messages that no local holds.</summary>
    public IReadOnlyList<Observation> Nameless => _nameless;

    /// <summary>Whether a local holds a message that is sent, or that a call returned.</summary>
    public bool NeedGraph => _items.Count > 0 || _byAnchor.Values.Any(static uses => uses.Exists(static pair =>
        pair.Use is Sending { Call: not null } or Binding { Contents.IsCreated: false } || pair.Use is Setting { Assignments: [var set, ..] } && MessageSymbols.OneofOf(set.Property) is not null));

    public IEnumerable<SyntaxNode> Anchors => _byAnchor.Keys;

    /// <summary>What is done at a place, in the order in which it is done.</summary>
    public IEnumerable<(ILocalSymbol Local, MessageUse Use)> At(SyntaxNode anchor) =>
        _byAnchor.TryGetValue(anchor, out var uses) ? uses.Where(pair => !_unseen.Contains(pair.Local)) : [];

    /// <summary>What a local holds when it is declared without an initializer of its own, as the variable of a loop is.</summary>
    public Binding? ItemOf(ILocalSymbol local) => !_unseen.Contains(local) && _items.TryGetValue(local, out var binding) ? binding : null;

    /// <summary>Whether a local is used in a way that nobody can follow.</summary>
    public bool IsUnseen(ILocalSymbol local) => _unseen.Contains(local);

    /// <summary>Whether something is done within a lambda or a local function.</summary>
    public bool Has(SyntaxNode function) => _functions.Contains(function);

    /// <summary>Gives up the locals that are used where the flow does not lead.</summary>
    public void Forget(SyntaxNode anchor) => _unseen.UnionWith(_byAnchor[anchor].Select(static pair => pair.Local));

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local when MessageSymbols.IsMessage(local.Type):
                AddReference(local);
                break;
            case IVariableDeclaratorOperation declarator when MessageSymbols.IsMessage(declarator.Symbol.Type) && declarator.GetVariableInitializer() is { } initializer:
                Add(declarator, declarator.Symbol, new Binding(declarator.Syntax, _answers.ContentsOf(initializer.Value)));
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation item } loop when _answers.CallOfItems(loop, item.Symbol.Type) is { } call:
                _items[item.Symbol] = new(item.Syntax, Contents.Returned(call));
                break;
            case IAwaitOperation or IPropertyReferenceOperation { Property.IsIndexer: true } when _answers.CallOfMessage(operation) is { } call && !IsBound(operation):
                _nameless.AddRange(UseReader.Read(operation, _callOf).Select(use => new Observation(use, Contents.Returned(call))));
                break;
            case IInvocationOperation invocation when _callOf(invocation) is { Written: { } written } call && Values.Creation(written) is { } creation:
                _nameless.Add(new(new Sending(creation.Syntax, call), Contents.Created(creation)));
                break;
        }
    }

    private void AddReference(ILocalReferenceOperation local)
    {
        if (local.Parent is ISimpleAssignmentOperation assignment && assignment.Target == local)
            Add(local, local.Local, new Binding(assignment.Syntax, _answers.ContentsOf(assignment.Value)));
        else if (Locals.IsWritten(local) || local.Local.RefKind != RefKind.None || IsCaptured(local))
            _unseen.Add(local.Local);
        else
        {
            foreach (var use in UseReader.Read(local, _callOf))
                Add(local, local.Local, use);
        }
    }

    private void Add(IOperation operation, ILocalSymbol local, MessageUse use)
    {
        if (!_byAnchor.TryGetValue(use.Anchor, out var uses))
            _byAnchor.Add(use.Anchor, uses = []);
        uses.Add((local, use));
        for (var function = FunctionAround(operation); function is not null; function = FunctionAround(function))
            _functions.Add(function.Syntax);
    }

    private static bool IsCaptured(ILocalReferenceOperation local) => FunctionAround(local) switch
    {
        IAnonymousFunctionOperation lambda => !SymbolEqualityComparer.Default.Equals(lambda.Symbol, local.Local.ContainingSymbol),
        ILocalFunctionOperation function => !SymbolEqualityComparer.Default.Equals(function.Symbol, local.Local.ContainingSymbol),
        _ => false,
    };

    private static IOperation? FunctionAround(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
            parent = parent.Parent;
        return parent;
    }

    /// <summary>Whether a value becomes that of a local, through which it is followed.</summary>
    private static bool IsBound(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation or ICoalesceOperation or IConditionalOperation)
            parent = parent.Parent;
        return parent is IVariableInitializerOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation };
    }
}
