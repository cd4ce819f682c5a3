using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>Says what an expression is seen to be.</summary>
internal static class Values
{
    public static ValueKind KindOf(IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return constant is null ? ValueKind.Null : ValueKind.Value;
        if (value.Syntax is CollectionExpressionSyntax list)
            return list.Elements.Count == 0 ? ValueKind.Empty : ValueKind.Value;
        return value switch
        {
            IConversionOperation { OperatorMethod: { } method } => method.ReturnType.NullableAnnotation == NullableAnnotation.NotAnnotated ? ValueKind.Value : ValueKind.Unknown,
            IConversionOperation { Operand: var operand } => KindOf(operand),
            IDefaultValueOperation => MayBeNull(value.Type) ? ValueKind.Null : ValueKind.Value,
            IObjectCreationOperation creation => KindOf(creation),
            IConditionalOperation { WhenFalse: { } other } conditional => Either(KindOf(conditional.WhenTrue), KindOf(other)),
            ICoalesceOperation coalesce => Either(ValueKind.Value, KindOf(coalesce.WhenNull)),
            IThrowOperation => ValueKind.Value,
            _ => IsNotNull(value) ? ValueKind.Value : ValueKind.Unknown,
        };
    }

    /// <summary>What is seen of a value that is one of two.</summary>
    public static ValueKind Either(ValueKind one, ValueKind other) =>
        one == other ? one
        : IsSet(one) && IsSet(other) ? ValueKind.Value
        : ValueKind.Unknown;

    /// <summary>Whether a value is seen not to be null.</summary>
    public static bool IsSet(ValueKind kind) => kind is ValueKind.Empty or ValueKind.Value or ValueKind.Message;

    /// <summary>Whether nobody can change a value of a type through another reference to it.</summary>
    public static bool IsImmutable(ITypeSymbol? type) => type is { IsValueType: true } or { SpecialType: SpecialType.System_String };

    /// <summary>The creation of a message, without the conversions around it; null where the value is something else.</summary>
    public static IObjectCreationOperation? Creation(IOperation? value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        return value is IObjectCreationOperation { Arguments.IsEmpty: true } creation && MessageSymbols.IsMessage(creation.Type) ? creation : null;
    }

    private static ValueKind KindOf(IObjectCreationOperation creation) =>
        Creation(creation) is not null ? ValueKind.Message
        : MayBeNull(creation.Type) && creation.Type!.IsValueType ? ValueKind.Unknown
        : creation is { Arguments.IsEmpty: true, Initializer: null, Type: INamedTypeSymbol { Name: "List" } } ? ValueKind.Empty
        : ValueKind.Value;

    private static bool IsNotNull(IOperation value) =>
        !MayBeNull(value.Type) || value.SemanticModel?.GetTypeInfo(value.Syntax).Nullability.FlowState == NullableFlowState.NotNull;

    private static bool MayBeNull(ITypeSymbol? type) => type is not { IsValueType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
}
