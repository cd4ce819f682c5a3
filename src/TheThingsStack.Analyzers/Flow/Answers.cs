using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>Says which call an entity comes from: awaited, or out of the list that was.</summary>
internal sealed class Answers(Func<IInvocationOperation, MaskedCall?> callOf)
{
    private const int MostSteps = 16;

    /// <summary>What is known of a value when it comes about; null for nothing.</summary>
    public Contents? ContentsOf(IOperation? value)
    {
        value = Plain(value);
        return value switch
        {
            IConditionalOperation { WhenFalse: { } other } conditional => ContentsOf(conditional.WhenTrue) is { } one && ContentsOf(other) is { } two ? Contents.Join(one, two) : null,
            _ when Values.Creation(value) is { } creation => Contents.Created(creation),
            _ when CallOfMessage(value) is { } call => Contents.Returned(call),
            _ => null,
        };
    }

    /// <summary>The call that returned an entity, or the list that it is an item of.</summary>
    public MaskedCall? CallOfMessage(IOperation? value) => Plain(value) switch
    {
        IAwaitOperation { Operation: var task } awaited when CallOf(task) is { } call && IsEntity(awaited.Type, call) => call,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } item when CallOfList(list) is { } call && IsEntity(item.Type, call) => call,
        _ => null,
    };

    /// <summary>The call that returned the items of a loop.</summary>
    public MaskedCall? CallOfItems(IForEachLoopOperation loop, ITypeSymbol item)
    {
        var call = loop.IsAsynchronous ? CallOf(loop.Collection) : CallOfList(loop.Collection);
        return call is not null && IsEntity(item, call) ? call : null;
    }

    private MaskedCall? CallOfList(IOperation? list, int step = 0)
    {
        list = Plain(list);
        if (list is ICoalesceOperation coalesce)
            list = Plain(coalesce.Value);
        if (list is IConditionalAccessOperation { WhenNotNull: IPropertyReferenceOperation { Instance: IConditionalAccessInstanceOperation } taken } access)
            return IsListOfEntities(taken) ? CallOfPage(access.Operation) : null;
        return list switch
        {
            IPropertyReferenceOperation { Instance: { } page } property when IsListOfEntities(property) => CallOfPage(page),
            ILocalReferenceOperation local when step < MostSteps && IsOnlyLookedAt(local) => CallOfList(Locals.ValueOf(local), step + 1),
            _ => null,
        };
    }

    private MaskedCall? CallOfPage(IOperation? page)
    {
        page = Plain(page);
        if (page is ILocalReferenceOperation local)
            page = IsOnlyLookedAt(local) ? Plain(Locals.ValueOf(local)) : null;
        return page is IAwaitOperation { Operation: var task } ? CallOf(task) : null;
    }

    /// <summary>The call that a task or a stream belongs to.</summary>
    private MaskedCall? CallOf(IOperation? operation, int step = 0)
    {
        operation = Plain(operation);
        if (operation is null || step > MostSteps)
            return null;
        return operation switch
        {
            IInvocationOperation invocation when callOf(invocation) is { } call => call,
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WithCancellation" } wrapped =>
                CallOf(wrapped.Instance ?? wrapped.Arguments.FirstOrDefault()?.Value, step + 1),
            ILocalReferenceOperation local => CallOf(Locals.ValueOf(local), step + 1),
            _ => null,
        };
    }

    /// <summary>The value without what leaves it as it is; <c>?? throw</c> does.</summary>
    private static IOperation? Plain(IOperation? value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    value = conversion.Operand;
                    continue;
                case ICoalesceOperation { WhenNull: IThrowOperation or IConversionOperation { Operand: IThrowOperation } } coalesce:
                    value = coalesce.Value;
                    continue;
                default:
                    return value;
            }
        }
    }

    private static bool IsEntity(ITypeSymbol? type, MaskedCall call) => type?.Name == call.Rpc.Message.Name;

    private static bool IsListOfEntities(IPropertyReferenceOperation property) => property is { Property.IsIndexer: false, Type: INamedTypeSymbol { Arity: 1 } };

    /// <summary>Whether a page or a list never gets to where its items could be changed unseen.</summary>
    private static bool IsOnlyLookedAt(ILocalReferenceOperation reference) => IsOnlyLookedAt(reference.Local, reference);

    private static bool IsOnlyLookedAt(ILocalSymbol local, IOperation place) => Body.Of(place).UsesOf(local).References.TrueForAll(IsLook);

    private static bool IsLook(IOperation use) => use.Parent switch
    {
        IForEachLoopOperation loop => loop.Collection == use,
        IPropertyReferenceOperation property => property.Instance == use && (property.Property.IsIndexer && !Locals.IsWritten(property) || Values.IsImmutable(property.Type) || IsLook(property)),
        IConditionalAccessOperation access => access.WhenNotNull is IPropertyReferenceOperation property && (Values.IsImmutable(property.Type) || IsLook(access)) || access.WhenNotNull == use && IsLook(access),
        IConversionOperation or ICoalesceOperation => IsLook(use.Parent!),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => IsOnlyLookedAt(declarator.Symbol, declarator),
        IBinaryOperation or IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => true,
        _ => false,
    };
}
