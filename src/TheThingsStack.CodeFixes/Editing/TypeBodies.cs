using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TheThingsStack.Analyzers.Flow;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>The bodies and initializers of a type, which the compiler hands to an analyzer, and a refactoring has to look for.</summary>
internal static class TypeBodies
{
    /// <param name="type">The type, in all its parts.</param>
    /// <param name="model">Of the part in question: what is found there has the operations of this model.</param>
    public static IEnumerable<Body> Of(INamedTypeSymbol type, SemanticModel model) =>
        type.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax())
            .SelectMany(part => In(part, part.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(part.SyntaxTree)));

    private static IEnumerable<Body> In(SyntaxNode part, SemanticModel model) =>
        part.DescendantNodesAndSelf(node => node == part ? !IsBody(node, model) : node is not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax && !IsBody(node, model))
            .Where(node => IsBody(node, model)).Select(node => Body.Of(model.GetOperation(node)!));

    private static bool IsBody(SyntaxNode node, SemanticModel model) => model.GetOperation(node) is { Parent: null };
}
