using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
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
        var text = model.SyntaxTree.GetText();
        var call = new TextChange(diagnostic.AdditionalLocations[0].SourceSpan, diagnostic.Properties[TypedCall.Text]!);
        var gone = diagnostic.AdditionalLocations.Skip(1).Select(location => new TextChange(text.WithLines(location.SourceSpan), ""));
        yield return new("Make the typed call", nameof(TypedCallFix), [.. gone.Append(call).OrderBy(static change => change.Span.Start)]);
    }
}
