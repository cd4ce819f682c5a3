using Microsoft.CodeAnalysis;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>Lists what a compilation offers to its users, one line for each type and member.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeAccessibility)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static SortedSet<string> Of(Compilation compilation)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in Types(compilation.Assembly.GlobalNamespace).Where(static t => t.DeclaredAccessibility == Accessibility.Public))
            Add(type, lines);
        return lines;
    }

    private static void Add(INamedTypeSymbol type, SortedSet<string> lines)
    {
        var bases = type.AllInterfaces.Select(static i => i.ToDisplayString(Format)).Order(StringComparer.Ordinal);
        lines.Add($"{type.TypeKind} {type.ToDisplayString(Format)} : {string.Join(", ", bases)}{Deprecated(type)}");
        foreach (var member in type.GetMembers().Where(static m => m is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false }))
        {
            if (member is INamedTypeSymbol nested)
                Add(nested, lines);
            else if (member is not IMethodSymbol { AssociatedSymbol: not null })
                lines.Add(member.ToDisplayString(Format) + Accessors(member) + Deprecated(member));
        }
    }

    private static string Accessors(ISymbol member) => member is IPropertySymbol property ? $" {{{(property.GetMethod is null ? "" : " get;")}{(property.SetMethod is null ? "" : " set;")} }}" : "";

    private static string Deprecated(ISymbol symbol) => symbol.GetAttributes().Any(static a => a.AttributeClass?.Name == "ObsoleteAttribute") ? " [deprecated]" : "";

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}
