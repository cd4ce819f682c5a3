using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Reads the key from the environment, or from a configuration that is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ApiKeyInSourceFix))]
public sealed class ApiKeyInSourceFix() : TextFix(ApiKeyInSource.Descriptor)
{
    private const string Variable = "TTS_API_KEY";
    private const string Setting = "TheThingsStack:ApiKey";

    internal override IEnumerable<Edit> Edits(SemanticModel model, SyntaxNode node, Diagnostic diagnostic)
    {
        if (IsConstant(node))
            yield break;
        var environment = TypeNames.At(model, node.SpanStart, "System", "Environment");
        if (Replace(model, node, diagnostic, $"{environment}.GetEnvironmentVariable(\"{Variable}\")", Variable) is { } fromEnvironment)
            yield return new($"Read the key from the environment variable {Variable}", nameof(ApiKeyInSourceFix), fromEnvironment);
        if (ConfigurationScope.Find(model, node) is { } configuration && Replace(model, node, diagnostic, $"{configuration}[\"{Setting}\"]", Setting) is { } fromConfiguration)
            yield return new($"Read the key from configuration, '{Setting}'", "Configuration", fromConfiguration);
    }

    private static TextChange[]? Replace(SemanticModel model, SyntaxNode node, Diagnostic diagnostic, string source, string name)
    {
        var exception = TypeNames.At(model, node.SpanStart, "System", "InvalidOperationException");
        var read = $"{source} ?? throw new {exception}(\"{name} is not set.\")";
        if (node is InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax { StringStartToken.Text: "$\"" or "$@\"" or "@$\"" } })
            return diagnostic.Location.SourceSpan.Length == ApiKeyInSource.Length ? [new(diagnostic.Location.SourceSpan, $"{{({read})}}")] : null;
        if (node is not ExpressionSyntax written || TextOf(model, written) is not { } text)
            return null;
        var key = ApiKeyInSource.IndexIn(text);
        if (key < 0 || text.IndexOf('\n') >= 0)
            return null;
        var parts = new[] { Quote(text.Substring(0, key)), $"({read})", Quote(text.Substring(key + ApiKeyInSource.Length)) }.Where(static part => part.Length > 2).ToArray();
        return [new(written.Span, StandsAlone(written) ? parts.Length == 1 ? read : string.Join(" + ", parts) : parts.Length == 1 ? parts[0] : $"({string.Join(" + ", parts)})")];
    }

    /// <summary>The text that an expression is; null for what is no string, or not constant.</summary>
    private static string? TextOf(SemanticModel model, ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.Utf8StringLiteralExpression) ? null : model.GetConstantValue(expression) is { HasValue: true, Value: string text } ? text : null;

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Whether the place takes constants only.</summary>
    private static bool IsConstant(SyntaxNode node) => node.Ancestors().TakeWhile(static n => n is not BlockSyntax).Any(static n => n switch
    {
        AttributeSyntax or ConstantPatternSyntax or CaseSwitchLabelSyntax or GotoStatementSyntax or RelationalPatternSyntax => true,
        EqualsValueClauseSyntax { Parent: ParameterSyntax } => true,
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        _ => false,
    });

    /// <summary>Whether <c>a ?? b</c> and <c>a + b</c> need no parentheses in the place of an expression.</summary>
    private static bool StandsAlone(ExpressionSyntax expression) => expression.Parent is
        ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax
        or ParenthesizedExpressionSyntax or InitializerExpressionSyntax or ExpressionElementSyntax or AnonymousFunctionExpressionSyntax;
}
