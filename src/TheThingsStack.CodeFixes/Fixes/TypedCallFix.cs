using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Writes the typed call in the place of a request.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TypedCallFix))]
public sealed class TypedCallFix() : TextFix(TypedCall.Descriptor)
{
    internal const string Title = "Make the typed call";

    internal override IEnumerable<Edit> Edits(SemanticModel model, SyntaxNode node, Diagnostic diagnostic)
    {
        if (Binds(Call(diagnostic), model, node.SpanStart))
            yield return new(Title, nameof(TypedCallFix), [.. Changes(model, diagnostic)]);
    }

    /// <summary>The call in the place of the request, and without what only the request has a use for.</summary>
    internal static IEnumerable<TextChange> Changes(SemanticModel model, Diagnostic diagnostic)
    {
        var text = model.SyntaxTree.GetText();
        var call = new TextChange(diagnostic.AdditionalLocations[0].SourceSpan, diagnostic.Properties[TypedCall.Text]!);
        return diagnostic.AdditionalLocations.Skip(1).Select(location => new TextChange(text.WithLines(location.SourceSpan), "")).Append(call).OrderBy(static change => change.Span.Start);
    }

    /// <summary>The call that the fix writes; null where it cannot be read.</summary>
    internal static InvocationExpressionSyntax? Call(Diagnostic diagnostic) =>
        SyntaxFactory.ParseStatement(diagnostic.Properties[TypedCall.Text]!.TrimEnd(';') + ";").DescendantNodes().OfType<AwaitExpressionSyntax>().First().Expression as InvocationExpressionSyntax;

    /// <summary>Whether the compiler takes the call: types, names and accessibility may be in the way of what looks right.</summary>
    internal static bool Binds(ExpressionSyntax? call, SemanticModel model, int position) =>
        call is not null && model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(call.ToString()), SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol;
}
