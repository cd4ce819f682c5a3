using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        diagnostic.Properties.TryGetValue(MisplacedMask.Text, out var text);
        if (diagnostic.AdditionalLocations is [var query, var end])
        {
            if (Escape(text!, node.SyntaxTree, end.SourceSpan) is { } member)
                yield return new("Move the mask to the body", nameof(MisplacedMaskFix), [.. new TextChange[] { new(query.SourceSpan, ""), new(end.SourceSpan, member) }.OrderBy(static change => change.Span.Start)]);
        }
        else if (text is not null && Escape(text, node.SyntaxTree, diagnostic.Location.SourceSpan) is { } written)
            yield return new($"Write {text}", nameof(MisplacedMaskFix), new TextChange(diagnostic.Location.SourceSpan, written));
        else if (diagnostic.AdditionalLocations is [var member])
            yield return new("Remove the mask", "Remove", new TextChange(MaskEdits.WithComma(model.SyntaxTree.GetText(), member.SourceSpan), ""));
    }

    /// <summary>A text as it is written in a literal; null where its braces would open a hole.</summary>
    private static string? Escape(string text, SyntaxTree tree, TextSpan place)
    {
        var literal = tree.GetRoot().FindToken(place.Start);
        return literal.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken => Quoted(text, isVerbatim: literal.Text[0] == '@'),
            SyntaxKind.InterpolatedStringTextToken => Interpolated(text, ((InterpolatedStringExpressionSyntax)literal.Parent!.Parent!).StringStartToken, tree.GetText()[place.End]),
            _ => text,
        };
    }

    private static string Quoted(string text, bool isVerbatim) => text.Replace("\"", isVerbatim ? "\"\"" : "\\\"");

    private static string? Interpolated(string text, SyntaxToken start, char next)
    {
        if (start.Kind() is SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken)
            return Quoted(text, start.IsKind(SyntaxKind.InterpolatedVerbatimStringStartToken)).Replace("{", "{{").Replace("}", "}}");
        // In a raw string as many braces as it has dollars open a hole, or close it.
        return text.IndexOf('{') < 0 ? text
            : start.Text.StartsWith("$$", StringComparison.Ordinal) ? text + (text[text.Length - 1] == '}' && next == '}' ? " " : "")
            : null;
    }
}
