using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>Finds the configuration of the application where code can reach it.</summary>
internal static class ConfigurationScope
{
    private const string Configuration = "Configuration";

    /// <summary>An expression of type <c>IConfiguration</c>: a variable, parameter or member, or the <c>Configuration</c> of one (<c>builder.Configuration</c>); null where there is none.</summary>
    public static string? Find(SemanticModel model, SyntaxNode place)
    {
        if (model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Configuration.IConfiguration") is not { } type)
            return null;
        var candidates = model.LookupSymbols(place.SpanStart).Where(symbol => IsUsable(model, symbol, place)).ToArray();
        return candidates.FirstOrDefault(symbol => Is(TypeOf(symbol), type)) is { } direct ? direct.Name
            : candidates.FirstOrDefault(symbol => symbol is ILocalSymbol or IParameterSymbol && HasConfiguration(TypeOf(symbol), type)) is { } holder ? $"{holder.Name}.{Configuration}"
            : null;
    }

    private static bool IsUsable(SemanticModel model, ISymbol symbol, SyntaxNode place)
    {
        // What a static function takes from around it, and what a field initialiser takes from its object, does not compile.
        var inStatic = place.Ancestors().Any(static n => n is AnonymousFunctionExpressionSyntax f && f.Modifiers.Any(SyntaxKind.StaticKeyword)
            || n is LocalFunctionStatementSyntax l && l.Modifiers.Any(SyntaxKind.StaticKeyword));
        return symbol switch
        {
            ILocalSymbol local => !inStatic && local.DeclaringSyntaxReferences is [var declaration] && declaration.Span.End < place.SpanStart,
            IParameterSymbol => !inStatic,
            IFieldSymbol or IPropertySymbol => symbol.IsStatic || (!inStatic && model.GetEnclosingSymbol(place.SpanStart) is IMethodSymbol { IsStatic: false }),
            _ => false,
        };
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol configuration) =>
        type is not null && (SymbolEqualityComparer.Default.Equals(type, configuration) || type.AllInterfaces.Contains(configuration, SymbolEqualityComparer.Default));

    private static bool HasConfiguration(ITypeSymbol? type, INamedTypeSymbol configuration) =>
        type?.GetMembers(Configuration).OfType<IPropertySymbol>().Any(property => property.DeclaredAccessibility == Accessibility.Public && Is(property.Type, configuration)) == true;
}
