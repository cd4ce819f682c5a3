using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Configuration;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Replaces what is wrong in a user agent: by what is left of it, or else by name and version of the assembly.</summary>
public abstract class UserAgentFix : TextFix
{
    private protected UserAgentFix(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    internal override IEnumerable<Edit> Edits(SemanticModel model, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is not ExpressionSyntax written || written.Span != diagnostic.Location.SourceSpan || model.GetTypeInfo(written).Type?.SpecialType != SpecialType.System_String)
            yield break;
        var assembly = AssemblyAgent.At(model, node);
        var version = diagnostic.Properties[nameof(UserAgentFault.Version)] is { } known ? Quote(known) : assembly.Version;
        if ((diagnostic.Properties[nameof(UserAgentFault.Product)] ?? assembly.Product) is not { } product)
            yield break;
        var (title, text) = diagnostic.Properties[nameof(UserAgentFault.Part)] switch
        {
            nameof(UserAgentPart.Product) => ($"Use the name '{product}'", Quote(product)),
            nameof(UserAgentPart.Version) => (IsLiteral(version) ? $"Use the version {version}" : "Use the version of the assembly", version),
            _ => ($"Use '{product}' with {(IsLiteral(version) ? $"the version {version}" : "the version of the assembly")}", Text(product, version, diagnostic.Properties[nameof(UserAgentFault.Rest)] ?? "")),
        };
        yield return new(title, GetType().Name, new TextChange(written.Span, text));
    }

    private static string Text(string product, string version, string rest)
    {
        if (IsLiteral(version))
            return Quote($"{product}/{version.Trim('"')}{rest}");
        var escaped = Quote(rest).Replace("{", "{{").Replace("}", "}}");
        return $"$\"{product}/{{{version}}}{escaped.Substring(1)}";
    }

    private static bool IsLiteral(string version) => version[0] == '"';

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
