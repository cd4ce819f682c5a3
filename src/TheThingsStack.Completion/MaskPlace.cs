using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Completion;

/// <summary>Which message a string selects from, if it is a mask.</summary>
internal static class MaskPlace
{
    /// <summary>Null where the string is no mask.</summary>
    public static INamedTypeSymbol? MessageAt(StringPlace place, SemanticModel model, ApiSymbols api, CancellationToken cancel)
    {
        if (Whole(place.Expression).Parent is not ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } list } argument)
            return null;
        var symbols = model.GetSymbolInfo(call, cancel);
        // A call that is being written often fits no method yet.
        return symbols.CandidateSymbols.Insert(0, symbols.Symbol!).OfType<IMethodSymbol>()
            .Select(method => ParameterOf(method, list, argument) is { } parameter ? MaskTexts.MessageOf(parameter, api) : null)
            .FirstOrDefault(static message => message is not null);
    }

    /// <summary>The expression that the text is a part of.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax text) =>
        text.Parent is ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.CoalesceExpression }
            ? Whole((ExpressionSyntax)text.Parent)
            : text;

    private static IParameterSymbol? ParameterOf(IMethodSymbol method, BaseArgumentListSyntax list, ArgumentSyntax argument) =>
        argument.NameColon is { } name
            ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText)
            : method.Parameters.ElementAtOrDefault(list.Arguments.IndexOf(argument));
}
