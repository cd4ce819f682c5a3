using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Writes a mask in a text with the paths of its message.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TypedMaskFix))]
public sealed class TypedMaskFix() : TextFix(TypedMask.Descriptor)
{
    internal override IEnumerable<Edit> Edits(SemanticModel model, SyntaxNode node, Diagnostic diagnostic)
    {
        // FieldMask<EndDevice>.Parse("…"): the type is written again with its paths.
        if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var mask } } parse
            && mask.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault() is { } generic)
            yield return new("Write the mask with typed paths", nameof(TypedMaskFix), new TextChange(parse.Span, Write(parse, mask.ToString(), generic, diagnostic.Properties[FixProperties.Properties]!)));
    }

    private static string Write(InvocationExpressionSyntax parse, string type, GenericNameSyntax mask, string names)
    {
        var message = mask.TypeArgumentList.Arguments[0].ToString();
        var paths = string.Join(", ", names.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(name => $"{message}.Paths.{name}"));
        return paths.Length == 0 ? $"{type}.Empty"
            : HasTarget(parse) ? $"[{paths}]"
            : $"{type.Substring(0, type.Length - mask.TypeArgumentList.ToString().Length)}.Of<{message}>({paths})";
    }

    /// <summary>Whether the place says that it takes a mask, so that the list alone will do.</summary>
    private static bool HasTarget(InvocationExpressionSyntax parse) => parse.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: var isVar } } } => !isVar,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: var name } } } } => name.EndsWith("Async", StringComparison.Ordinal),
        _ => false,
    };
}
