using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Writes a mask in the form that the server reads, or removes one that it ignores.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisplacedMaskFix))]
public sealed class MisplacedMaskFix() : TextFix(MisplacedMask.Descriptor)
{
    internal override IEnumerable<Edit> Edits(SemanticModel model, SyntaxNode node, Diagnostic diagnostic)
    {
        var place = diagnostic.Location.SourceSpan;
        if (diagnostic.Properties.TryGetValue(MisplacedMask.Text, out var text) && Escape(text!, node.SyntaxTree.GetRoot().FindToken(place.Start)) is { } written)
            yield return new($"Write {text}", nameof(MisplacedMaskFix), new TextChange(place, written));
        else if (diagnostic.AdditionalLocations is [var member])
            yield return new("Remove the mask", "Remove", new TextChange(MaskEdits.WithComma(model.SyntaxTree.GetText(), member.SourceSpan), ""));
    }

    /// <summary>A text as it is written in a literal; null where its braces would open a hole.</summary>
    private static string? Escape(string text, SyntaxToken literal) => literal.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken => literal.Text[0] == '@' ? text.Replace("\"", "\"\"") : text.Replace("\"", "\\\""),
        SyntaxKind.InterpolatedStringTextToken => text.IndexOfAny(['{', '"']) < 0 ? text : null,
        _ => text,
    };
}
