using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Flow;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>Looks through what stands between an expression and its value.</summary>
internal static class Operations
{
    private const int MostSteps = 16;

    /// <summary>An operation without conversions and parentheses around it.</summary>
    public static IOperation Bare(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The value behind a local that has but one, or behind a static field that never changes; else the operation itself.</summary>
    public static IOperation Resolve(IOperation operation)
    {
        // Code that does not compile can go round in circles.
        for (var step = 0; step < MostSteps; step++)
        {
            operation = Bare(operation);
            var value = operation switch
            {
                ILocalReferenceOperation local => Locals.ValueOf(local),
                IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => InitializerOf(field, operation.SemanticModel!),
                _ => null,
            };
            if (value is null)
                break;
            operation = value;
        }

        return operation;
    }

    /// <summary>What a field is initialized with, where that stands in the file that the model is of.</summary>
    public static IOperation? InitializerOf(IFieldSymbol field, SemanticModel model) =>
        field.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == model.SyntaxTree
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? model.GetOperation(value) : null;

    public static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string parameter)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == parameter)
                return argument.Value;
        }

        return null;
    }
}
