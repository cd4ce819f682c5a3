using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>What a body does with messages: with those in its locals, and with those that it never gives a name.</summary>
internal sealed class Uses
{
    private readonly Dictionary<ILocalSymbol, List<LocalUse>> _locals = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, Binding> _items = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _unseen = new(SymbolEqualityComparer.Default);
    private readonly List<Observation> _nameless = [];
    private readonly Func<IInvocationOperation, MaskedCall?> _callOf;
    private readonly Answers _answers;

    public Uses(Body body, Func<IInvocationOperation, MaskedCall?> callOf)
    {
        Body = body;
        _callOf = callOf;
        _answers = new(callOf);
        foreach (var loop in body.Loops)
            AddItem(loop);
        foreach (var local in body.Locals)
        {
            if (MessageSymbols.IsMessage(local.Key.Type))
                Add(local.Key, local.Value);
        }

        foreach (var result in body.Results)
            AddResult(result);
        foreach (var invocation in body.Invocations)
            AddCreation(invocation);
    }

    public Body Body { get; }

    /// <summary>What is done with messages that no local holds.</summary>
    public List<Observation> Nameless => _nameless;

    /// <summary>The locals that hold a message which is sent, or which a call returned, or whose oneofs are set.</summary>
    public IEnumerable<ILocalSymbol> Followed => _locals.Keys.Where(local => !_unseen.Contains(local) && (_items.ContainsKey(local) || _locals[local].Exists(IsFollowed)));

    /// <summary>What is done with a local.</summary>
    public IReadOnlyList<LocalUse> Of(ILocalSymbol local) => _locals[local];

    /// <summary>What a local holds when it is declared without an initializer of its own, as the variable of a loop is.</summary>
    public Binding? ItemOf(ILocalSymbol local) => _items.TryGetValue(local, out var binding) ? binding : null;

    private static bool IsFollowed(LocalUse use) => use.Use is Sending { Call: not null } or Binding { Contents.IsCreated: false }
        || use.Use is Setting { Assignments: [var set, ..] } && MessageSymbols.OneofOf(set.Property) is not null;

    private void AddItem(IForEachLoopOperation loop)
    {
        if (loop.LoopControlVariable is not IVariableDeclaratorOperation item || !MessageSymbols.IsMessage(item.Symbol.Type) || _answers.CallOfItems(loop, item.Symbol.Type) is not { } call)
            return;
        _items[item.Symbol] = new(item.Syntax, Contents.Returned(call));
    }

    private void Add(ILocalSymbol local, LocalUses where)
    {
        var uses = new List<LocalUse>();
        _locals.Add(local, uses);
        if (where.Declarator is { } declarator && declarator.GetVariableInitializer() is { } initializer)
            uses.Add(new(declarator, new Binding(declarator.Syntax, _answers.ContentsOf(initializer.Value))));
        foreach (var reference in where.References)
        {
            if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference)
                uses.Add(new(assignment, new Binding(assignment.Syntax, _answers.ContentsOf(assignment.Value))));
            else if (Locals.IsWritten(reference) || local.RefKind != RefKind.None || IsCaptured(reference))
                _unseen.Add(local);
            else
                AddUses(reference, uses);
        }
    }

    private void AddUses(ILocalReferenceOperation reference, List<LocalUse> uses)
    {
        foreach (var use in UseReader.Read(reference, _callOf))
            uses.Add(new(reference, use));
    }

    private void AddResult(IOperation result)
    {
        if (IsBound(result) || _answers.CallOfMessage(result) is not { } call)
            return;
        var contents = Contents.Returned(call);
        foreach (var use in UseReader.Read(result, _callOf))
            _nameless.Add(new(use, contents));
    }

    private void AddCreation(IInvocationOperation invocation)
    {
        if (_callOf(invocation) is { Written: { } written } call && Values.Creation(written) is { } creation)
            _nameless.Add(new(new Sending(creation.Syntax, call), Contents.Created(creation)));
    }

    /// <summary>Whether a local is used within another function than the one that declares it.</summary>
    private static bool IsCaptured(ILocalReferenceOperation reference)
    {
        var parent = reference.Parent;
        while (parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
            parent = parent.Parent;
        return parent switch
        {
            IAnonymousFunctionOperation lambda => !SymbolEqualityComparer.Default.Equals(lambda.Symbol, reference.Local.ContainingSymbol),
            ILocalFunctionOperation function => !SymbolEqualityComparer.Default.Equals(function.Symbol, reference.Local.ContainingSymbol),
            _ => false,
        };
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

/// <summary>Something that a body does with a message in a local.</summary>
/// <param name="Operation">The operation that does it.</param>
internal readonly record struct LocalUse(IOperation Operation, MessageUse Use);
