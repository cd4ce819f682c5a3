using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>Follows an expression that is a message through the properties that are taken of it, to what is done there.</summary>
internal sealed class UseReader
{
    private readonly Func<IInvocationOperation, MaskedCall?> _callOf;
    private readonly SyntaxNode _anchor;
    private readonly ITypeSymbol? _message;
    private IOperation _node;
    private IPropertyReferenceOperation? _member;
    private string _path = "";

    private UseReader(IOperation message, Func<IInvocationOperation, MaskedCall?> callOf)
    {
        _callOf = callOf;
        _anchor = message.Syntax;
        _message = message.Type;
        _node = message;
    }

    public static MessageUse[] Read(IOperation message, Func<IInvocationOperation, MaskedCall?> callOf)
    {
        var reader = new UseReader(message, callOf);
        while (reader.Step())
        {
        }

        return reader.Uses();
    }

    /// <summary>Goes on to the property that is taken of where the reader stands.</summary>
    private bool Step()
    {
        switch (_node.Parent)
        {
            case IPropertyReferenceOperation property when property.Instance == _node && MessageSymbols.IsField(property.Property):
                _path = Assignment.Below(_path, property.Property);
                _member = property;
                _node = property;
                return true;
            case IConditionalAccessOperation access when access.Operation == _node && InstanceWithin(access) is { } instance:
                _node = instance;
                return true;
            case IConditionalAccessOperation access when access.WhenNotNull == _node:
                _node = access;
                return true;
            case IConversionOperation { OperatorMethod: null } conversion:
                _node = conversion;
                return true;
            default:
                return false;
        }
    }

    private MessageUse[] Uses() => _node.Parent switch
    {
        INameOfOperation or IExpressionStatementOperation when _member is null => [],
        INameOfOperation => [],
        IIsPatternOperation match => [.. PatternReader.Read(match.Pattern, _anchor, _path), .. Reading()],
        ISwitchExpressionOperation choice when choice.Value == _node => [.. choice.Arms.SelectMany(arm => PatternReader.Read(arm.Pattern, _anchor, _path)), .. Reading()],
        ISwitchOperation choice when choice.Value == _node =>
        [
            .. choice.Cases.SelectMany(static section => section.Clauses).OfType<IPatternCaseClauseOperation>().SelectMany(clause => PatternReader.Read(clause.Pattern, _anchor, _path)),
            .. Reading(),
        ],
        IBinaryOperation { OperatorMethod: null } or IIsTypeOperation => Reading(),
        IArgumentOperation { Parent: IInvocationOperation invocation } argument when _member is null => [Argument(argument, invocation)],
        _ when _member is not null => OfMember(_member),
        _ => [new Escape(_anchor, "")],
    };

    private MessageUse Argument(IArgumentOperation argument, IInvocationOperation invocation)
    {
        if (!MessageSymbols.IsClientMethod(invocation.TargetMethod, _message))
            return new Escape(_anchor, "");
        var call = _callOf(invocation);
        return call is null || call.Rpc.Written is { } written && written.Ordinal == argument.Parameter?.Ordinal
            ? new Sending(_anchor, call)
            : new Escape(_anchor, "");
    }

    private MessageUse[] OfMember(IPropertyReferenceOperation member)
    {
        if (_node == member)
        {
            switch (member.Parent)
            {
                case ISimpleAssignmentOperation assignment when assignment.Target == member:
                    return [new Setting(assignment.Syntax, Assignment.Of(_path, member, assignment.Value))];
                case ICoalesceAssignmentOperation assignment when assignment.Target == member:
                    return [new Setting(_anchor, Assignment.Of(_path, member, assignment.Value), IfNull: true)];
                case ICompoundAssignmentOperation or IIncrementOrDecrementOperation when Locals.IsWritten(member):
                    return [.. Reading(), Setting(member)];
                case var target when IsDeconstructed(target) || Locals.IsWritten(member):
                    return [Setting(member)];
            }
        }

        return Values.IsImmutable(_node.Type) ? Reading()
            : IsFilled(_node) ? [.. Reading(), Setting(member)]
            : IsCounted(_node) ? Reading()
            : [.. Reading(), new Escape(_anchor, _path)];
    }

    private MessageUse[] Reading() => _member is null ? [] : [new Reading(_anchor, _path, _member)];

    private Setting Setting(IPropertyReferenceOperation member) => new(_anchor, [new Assignment(_path, member, ValueKind.Unknown)]);

    /// <summary>Whether items of a list or a map are set, added or removed.</summary>
    private static bool IsFilled(IOperation collection) => collection.Parent switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true } item => item.Instance == collection && Locals.IsWritten(item),
        IInvocationOperation invocation => invocation.Instance == collection
            && invocation.TargetMethod.Name is "Add" or "AddRange" or "Clear" or "Insert" or "Remove" or "RemoveAll" or "RemoveAt" or "TryAdd",
        _ => false,
    };

    /// <summary>Whether no more is asked of a list than how long it is, or of a message than which member of a oneof is set.</summary>
    private static bool IsCounted(IOperation value) =>
        value.Parent is IPropertyReferenceOperation { Property.IsIndexer: false } property && property.Instance == value && Values.IsImmutable(property.Type);

    private static bool IsDeconstructed(IOperation? target)
    {
        var part = target;
        while (part is ITupleOperation { Parent: ITupleOperation outer })
            part = outer;
        return part is ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } && deconstruction.Target == part;
    }

    /// <summary>What stands for the value of a conditional access within it: what <c>.Name</c> in <c>device?.Name</c> is taken of.</summary>
    private static IOperation? InstanceWithin(IConditionalAccessOperation access)
    {
        var operation = (IOperation?)access.WhenNotNull;
        while (operation is not null and not IConditionalAccessInstanceOperation)
        {
            operation = operation switch
            {
                IConditionalAccessOperation inner => inner.Operation,
                IPropertyReferenceOperation property => property.Instance,
                IInvocationOperation { Instance: { } instance } => instance,
                IInvocationOperation { Arguments: [{ Value: var first }, ..] } => first,
                IConversionOperation conversion => conversion.Operand,
                IAssignmentOperation assignment => assignment.Target,
                _ => null,
            };
        }

        return operation;
    }
}
