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
    private protected override IEnumerable<Edit> Edits(SemanticModel model, SyntaxNode node, Diagnostic diagnostic)
    {
        var written = diagnostic.Properties[TypedCall.Text]!;
        if (!Binds(written, model, node.SpanStart))
            yield break;
        var text = model.SyntaxTree.GetText();
        var call = new TextChange(diagnostic.AdditionalLocations[0].SourceSpan, written);
        var gone = diagnostic.AdditionalLocations.Skip(1).Select(location => new TextChange(text.WithLines(location.SourceSpan), ""));
        yield return new("Make the typed call", nameof(TypedCallFix), [.. gone.Append(call).OrderBy(static change => change.Span.Start)]);
    }

    /// <summary>Whether the compiler takes the call: types, names and accessibility may be in the way of what looks right.</summary>
    private static bool Binds(string written, SemanticModel model, int position) =>
        SyntaxFactory.ParseStatement(written.TrimEnd(';') + ";").DescendantNodes().OfType<AwaitExpressionSyntax>().First().Expression is InvocationExpressionSyntax call
        && model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(call.ToString()), SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol;
}
