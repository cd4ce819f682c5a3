using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Flow;

namespace TheThingsStack.Analyzers.Configuration;

/// <summary>What a method does with an options object, from where it is made or handed in: whether anything could give it a user agent.</summary>
internal sealed class OptionsLife
{
    private const string UserAgent = "UserAgent";

    private readonly ClientSymbols _symbols;
    private readonly HashSet<ILocalSymbol> _locals = new(SymbolEqualityComparer.Default);

    /// <summary>A client is made of it; null until one is seen.</summary>
    private bool _reachesClient;

    /// <summary>The code asks what is missing, so something may well be.</summary>
    private bool _isExamined;

    /// <summary>It has a user agent, or is out of sight, where it can get one.</summary>
    private bool _mayHaveUserAgent;

    private OptionsLife(ClientSymbols symbols) => _symbols = symbols;

    /// <summary>Whether it is seen to be without a user agent for as long as it lives.</summary>
    public bool LacksUserAgent => !_mayHaveUserAgent && (_reachesClient || !_isExamined);

    /// <summary>The null that its user agent is set to, where it is.</summary>
    public IOperation? Null { get; private set; }

    public static OptionsLife Of(IObjectCreationOperation creation, ClientSymbols symbols)
    {
        var life = new OptionsLife(symbols);
        foreach (var set in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
            if (set is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: UserAgent } } assignment)
                life.Set(assignment.Value);
        if (!life._mayHaveUserAgent)
            life.Follow(creation);
        return life;
    }

    /// <summary>What a lambda does with the options that it is to fill.</summary>
    public static OptionsLife Of(IAnonymousFunctionOperation lambda, ClientSymbols symbols)
    {
        var life = new OptionsLife(symbols);
        if (lambda.Symbol.Parameters is [var options, ..])
        {
            foreach (var use in Body.Of(lambda).UsesOf(options))
                life.FollowWithin(lambda, use);
        }

        return life;
    }

    private void Set(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        if (value is IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } })
            Null = value;
        else
            _mayHaveUserAgent = true;
    }

    private void Follow(IOperation value)
    {
        switch (value.Parent)
        {
            case IConversionOperation { OperatorMethod: null } conversion when _symbols.IsOptions(conversion.Type):
                Follow(conversion);
                break;
            case IConditionalOperation conditional when conditional.Condition != value:
                Follow(conditional);
                break;
            case ICoalesceOperation coalesce:
                Follow(coalesce);
                break;
            case IArgumentOperation { Parent: IObjectCreationOperation made } when ClientSymbols.IsClient(made.Type):
                _reachesClient = true;
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local } }:
                FollowLocal(local, value);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }, Parent: IExpressionStatementOperation } assignment when assignment.Value == value:
                FollowLocal(local, value);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation, Parent: IExpressionStatementOperation } assignment when assignment.Target == value:
            case ISimpleAssignmentOperation { Target: IDiscardOperation }:
            case IExpressionStatementOperation:
                break;
            case IPropertyReferenceOperation property when property.Instance == value && _symbols.IsOptions(property.Property.ContainingType):
                FollowProperty(property);
                break;
            case IInvocationOperation call when call.Instance == value:
                _isExamined |= _symbols.IsOptions(call.TargetMethod.ContainingType);
                break;
            default:
                _mayHaveUserAgent = true;
                break;
        }
    }

    private void FollowLocal(ILocalSymbol local, IOperation from)
    {
        if (!_locals.Add(local))
            return;
        var function = FunctionOf(from);
        foreach (var use in Body.Of(from).UsesOf(local).References)
            FollowWithin(function, use);
    }

    /// <summary>Follows a use in a function; one that is captured by another can happen at any time, and is not followed.</summary>
    private void FollowWithin(IOperation? function, IOperation use)
    {
        if (FunctionOf(use) == function)
            Follow(use);
        else
            _mayHaveUserAgent = true;
    }

    private void FollowProperty(IPropertyReferenceOperation property)
    {
        if (property.Property.Name != UserAgent)
            return;
        if (property.Parent is IAssignmentOperation assignment and not ICompoundAssignmentOperation && assignment.Target == property)
            Set(assignment.Value);
        else if (Locals.IsWritten(property))
            _mayHaveUserAgent = true;
        else
            _isExamined = true;
    }

    private static IOperation? FunctionOf(IOperation operation)
    {
        var function = operation.Parent;
        while (function is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            function = function.Parent;
        return function;
    }
}
