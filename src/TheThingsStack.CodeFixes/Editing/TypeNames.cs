using Microsoft.CodeAnalysis;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>Names of types as a place has to write them.</summary>
internal static class TypeNames
{
    /// <summary>The name alone where it means that type there, else with its namespace.</summary>
    public static string At(SemanticModel model, int position, string space, string name) =>
        model.LookupNamespacesAndTypes(position, name: name) is [INamedTypeSymbol found] && found.ContainingNamespace.ToDisplayString() == space
            ? name : $"global::{space}.{name}";
}
