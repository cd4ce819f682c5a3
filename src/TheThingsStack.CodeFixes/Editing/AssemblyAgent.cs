using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TheThingsStack.Analyzers.Configuration;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>Name and version of the assembly, as a User-Agent has them.</summary>
/// <param name="Product">The name as a token; null where it is no name to be known by.</param>
/// <param name="Version">An expression: the version that the assembly has when it runs, so that it is never out of date.</param>
internal sealed record AssemblyAgent(string? Product, string Version)
{
    /// <summary>What the SDK gives an assembly that says nothing.</summary>
    private const string FirstVersion = "\"1.0.0\"";

    public static AssemblyAgent At(SemanticModel model, SyntaxNode place)
    {
        var product = HttpToken.From(model.Compilation.AssemblyName);
        return new(product is null || PlaceholderUserAgent.IsProduct(product) ? null : product, VersionAt(model, place));
    }

    /// <summary>The value of <c>UserAgent</c>; null where the assembly has no name for it.</summary>
    public string? Creation => Product is null ? null : $"new(\"{Product}\", {Version})";

    /// <summary>The value of a <c>User-Agent</c> header, as an expression; null where the assembly has no name for it.</summary>
    public string? Header => Product is null ? null
        : Version[0] == '"' ? $"\"{Product}/{Version.Trim('"')}\""
        : $"$\"{Product}/{{{Version}}}\"";

    private static string VersionAt(SemanticModel model, SyntaxNode place)
    {
        // An assembly without a version attribute has the version 0.0.0, which says nothing.
        if (model.Compilation.Assembly.Identity.Version is { Major: 0, Minor: 0, Build: 0 })
            return FirstVersion;
        var isNullable = (model.GetNullableContext(place.SpanStart) & NullableContext.WarningsEnabled) != 0;
        return $"typeof({TypeAround(place)}).Assembly.GetName().Version{(isNullable ? "!" : "")}.ToString(3)";
    }

    /// <summary>The type that a place is in; that of top-level statements is <c>Program</c>.</summary>
    private static string TypeAround(SyntaxNode place)
    {
        var type = place.Ancestors().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault(static t => t.Identifier.ValueText.Length > 0);
        return type is null ? "Program" : type.Identifier.Text + (type as TypeDeclarationSyntax)?.TypeParameterList?.WithoutTrivia();
    }
}
