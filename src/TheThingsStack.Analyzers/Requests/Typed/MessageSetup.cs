using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Requests.Typed;

/// <summary>The statements that make the message of a request, which a typed call has no use for.</summary>
internal static class MessageSetup
{
    private static readonly string[] Parts = ["Content", "Method", "RequestUri"];

    // The client sets these for itself.
    private static readonly string[] Headers = ["Accept", "Authorization", "UserAgent", "User-Agent"];

    /// <summary>Null where more is done with the message than to say what a typed call says, or where that is not done in one block.</summary>
    public static IReadOnlyList<StatementSyntax>? Of(HttpRequest request)
    {
        if (request.MessageLife is not { } life)
            return [];
        if (request.IsMessageUnseen || !life.Properties.All(IsUnderstood))
            return null;
        var statements = new List<StatementSyntax>();
        foreach (var reference in life.References.OfType<ILocalReferenceOperation>())
        {
            if (reference.Parent is IArgumentOperation argument && argument.Parent == request.Call)
                statements.AddRange(Declaration(reference) is { } declaration ? [declaration] : Array.Empty<StatementSyntax>());
            else if (reference.Syntax.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax statement && First(statement.Expression) == reference.Syntax)
                statements.Add(statement);
            else
                return null;
        }

        return life.References is [IObjectCreationOperation] || IsOneBlock(statements, request.Call.Syntax) ? statements : null;
    }

    private static bool IsUnderstood(IPropertyReferenceOperation property) => property.Property.Name == "Headers"
        ? property.Parent switch
        {
            IPropertyReferenceOperation header => IsHeader(header.Property.Name),
            IInvocationOperation call => IsAddition(call),
            IMemberInitializerOperation { Initializer.Initializers: var headers } => headers.All(IsInitialHeader),
            _ => false,
        }
        : Array.IndexOf(Parts, property.Property.Name) >= 0 && property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property;

    private static bool IsInitialHeader(IOperation initializer) => initializer switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation header } => IsHeader(header.Property.Name),
        IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation header } => IsHeader(header.Property.Name),
        IInvocationOperation call => IsAddition(call),
        _ => false,
    };

    private static bool IsAddition(IInvocationOperation call) =>
        call is { TargetMethod.Name: "Add" or "TryAddWithoutValidation", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string name } }, ..] } && IsHeader(name);

    private static bool IsHeader(string name) => Array.Exists(Headers, header => string.Equals(header, name, StringComparison.OrdinalIgnoreCase));

    private static StatementSyntax? Declaration(ILocalReferenceOperation reference) =>
        reference.Local.DeclaringSyntaxReferences is [var declaration]
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } }
            ? statement : null;

    /// <summary>What an expression begins with: <c>request</c> in <c>request.Headers.Authorization = …</c>.</summary>
    private static ExpressionSyntax First(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax assignment => First(assignment.Left),
        InvocationExpressionSyntax call => First(call.Expression),
        MemberAccessExpressionSyntax access => First(access.Expression),
        _ => expression,
    };

    /// <summary>Whether statements, a declaration among them, stand in one block before a call.</summary>
    private static bool IsOneBlock(List<StatementSyntax> statements, SyntaxNode call) =>
        statements.OfType<LocalDeclarationStatementSyntax>().FirstOrDefault() is { } declaration
        && statements.TrueForAll(statement => BlockOf(statement) == BlockOf(declaration) && statement.Span.End <= call.SpanStart);

    private static SyntaxNode? BlockOf(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;
}
