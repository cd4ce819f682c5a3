using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Flow;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>Finds the one list in which the paths of a mask are written, so that a fix can add to it.</summary>
internal static class MaskList
{
    private const int MostSteps = 8;

    /// <summary>A collection expression, or a call of <c>Of</c> or <c>Parse</c>, in the same file as the call; null where there is no such place, or more than one.</summary>
    public static Location? Of(MaskedCall call) =>
        call is { Mask: { } mask, Masks.Length: 1 } && Find(mask, MostSteps) is { } list && list.SyntaxTree == mask.Syntax.SyntaxTree ? list.GetLocation() : null;

    private static SyntaxNode? Find(IOperation? operation, int steps)
    {
        if (operation is null || steps == 0)
            return null;
        if (operation.Syntax is CollectionExpressionSyntax)
            return operation.Syntax;
        return operation switch
        {
            IConversionOperation conversion => Find(conversion.Operand, steps - 1),
            IDelegateCreationOperation { Target: var target } => Find(target, steps - 1),
            IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }] } => Find(value, steps - 1),
            ILocalReferenceOperation local => Find(Locals.ValueOf(local), steps - 1),
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => Initializer(field),
            IInvocationOperation { TargetMethod.Name: "Of" or "Parse" } list => list.Syntax,
            _ => null,
        };
    }

    private static SyntaxNode? Initializer(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
            && value is CollectionExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Of" or "Parse" } }
            ? value : null;
}
