using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TheThingsStack.Generators.Emitting;

namespace TheThingsStack.Generators.Tests.Emitting;

/// <summary>Text of a reference is data: whatever it is, it stays within the token that holds it.</summary>
public sealed class EscapeTests
{
    private const string Awkward = "\"\\{}'\r\n\t\0\u0085\u2028\u2029\u202E\u200B\uFEFF\uFFFE\uFFFF<>&*/#@$%;()u8e9\uD800\uDC00\uDBFF";

    private static readonly Gen<string> Text = Gen.OneOf(Gen.Char[Awkward], Gen.Char[' ', '~'], Gen.Char).Array[0, 30].Select(static c => new string(c));

    private static readonly Gen<string> WellFormed = Text.Select(static t => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(t)));

    private const int Samples = 5_000;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    [Fact]
    public void Literal_OfAnyText_IsOneLiteralOfThatText() => Text.Sample(IsLiteral, iter: Samples);

    [Fact]
    public void Utf8_OfAnyText_IsOneLiteralOfThatText() => WellFormed.Sample(IsUtf8Literal, iter: Samples);

    [Fact]
    public void Interpolated_OfAnyText_IsTheTextOfAnInterpolatedStringWithoutHoles() => Text.Sample(IsInterpolatedText, iter: Samples);

    [Fact]
    public void Comment_OfAnyText_IsOneElementOnOneLine() => Text.Sample(IsOneComment, iter: Samples);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("  a\n\n  b\tc ", "a b c")]
    [InlineData("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d")]
    [InlineData("</summary><summary>", "&lt;/summary&gt;&lt;summary&gt;")]
    [InlineData("a\u2028b\u0085c\u202Ed", "a b c d")]
    [InlineData("größe 中文", "größe 中文")]
    [InlineData("\n\r ", "")]
    public void Comment_KeepsWhatCanBeRead(string text, string expected) => Assert.Equal(expected, Escape.Comment(text));

    [Fact]
    public void Comment_OfEndlessText_IsCut() => Assert.Equal(2000, Escape.Comment(new string('a', 5000)).Length);

    private static bool IsLiteral(string text)
    {
        var expression = SyntaxFactory.ParseExpression(Escape.Literal(text), options: Parse, consumeFullText: true);
        return expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            && literal.Token.ValueText == text && !expression.ContainsDiagnostics && !Escape.Literal(text).Contains('\n', StringComparison.Ordinal);
    }

    private static bool IsUtf8Literal(string text)
    {
        var expression = SyntaxFactory.ParseExpression(Escape.Utf8(text), options: Parse, consumeFullText: true);
        return expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.Utf8StringLiteralExpression } literal
            && literal.Token.ValueText == text && !expression.ContainsDiagnostics;
    }

    private static bool IsInterpolatedText(string text)
    {
        var expression = SyntaxFactory.ParseExpression($"$\"{Escape.Interpolated(text)}\"", options: Parse, consumeFullText: true);
        if (expression is not InterpolatedStringExpressionSyntax interpolated || expression.ContainsDiagnostics || interpolated.Contents.Any(static c => c is not InterpolatedStringTextSyntax))
            return false;

        // The parser leaves doubled braces to the compiler.
        var value = string.Concat(interpolated.Contents.Cast<InterpolatedStringTextSyntax>().Select(static c => c.TextToken.ValueText));
        return value.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal) == text;
    }

    private static bool IsOneComment(string text)
    {
        var tree = CSharpSyntaxTree.ParseText($"/// <summary>{Escape.Comment(text)}</summary>\nclass C;", Parse);
        var first = tree.GetRoot().DescendantTokens().First();
        var comment = (DocumentationCommentTriviaSyntax)first.LeadingTrivia.Single(static t => t.HasStructure).GetStructure()!;
        return !tree.GetDiagnostics().Any()
            && first.IsKind(SyntaxKind.ClassKeyword)
            && first.GetLocation().GetLineSpan().StartLinePosition.Line == 1
            && comment.Content.OfType<XmlElementSyntax>().Single().Content.All(static c => c is XmlTextSyntax);
    }
}
