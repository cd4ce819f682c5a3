using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>Takes back what sets a property.</summary>
internal static class AssignmentEdits
{
    /// <summary>The assignment in which a name is what is set, with the initializers around it that have nothing else; null where it cannot be taken out.</summary>
    public static SyntaxNode? Removable(SyntaxNode root, Location name)
    {
        var assignment = root.FindNode(name.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AssignmentExpressionSyntax>();
        if (assignment is null || !assignment.Left.Span.Contains(name.SourceSpan))
            return null;
        while (assignment.Parent is InitializerExpressionSyntax { Expressions.Count: 1, Parent: ExpressionSyntax { Parent: AssignmentExpressionSyntax around } creation } && around.Right == creation)
            assignment = around;
        return assignment.Parent switch
        {
            InitializerExpressionSyntax => assignment,
            ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax } statement => statement,
            _ => null,
        };
    }

    /// <summary>Removes what <see cref="Removable"/> found.</summary>
    public static void Remove(this MaskEdits edits, SyntaxNode assignment)
    {
        if (assignment is StatementSyntax statement)
            edits.Replace(statement.Parent is GlobalStatementSyntax ? statement.Parent.FullSpan : statement.FullSpan, "");
        else
            edits.Remove(assignment.GetLocation());
    }

    /// <summary>Sets a property to null where a message is made.</summary>
    public static TextChange? WithNull(SyntaxNode creation, string property) => creation switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { Expressions: [.., var last] } } => new(new(last.Span.End, 0), Separator(last) + property + " = null"),
        BaseObjectCreationExpressionSyntax { Initializer: null } => new(new(creation.Span.End, 0), $" {{ {property} = null }}"),
        _ => null,
    };

    private static string Separator(ExpressionSyntax last) =>
        last.GetFirstToken().GetPreviousToken().TrailingTrivia.ToFullString().Contains("\n") ? ",\n" + last.GetLeadingTrivia() : ", ";
}
