using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Flow;

namespace TheThingsStack.Analyzers.Requests.Typed;

/// <summary>How the result of a request is used, and what the typed call has to look like in its place.</summary>
/// <param name="Text">The expression that takes the place of the first of the places.</param>
/// <param name="Places">An expression, and the statements that go with it.</param>
internal sealed record ResultUse(string Text, IReadOnlyList<Location> Places)
{
    private const string Check = "EnsureSuccessStatusCode";

    /// <summary>Null where the result is used in a way that a typed call cannot serve: status and headers, for example.</summary>
    public static ResultUse? Of(HttpRequest request, TypedMethod method, string call)
    {
        if (request.Call.Syntax.Parent is not AwaitExpressionSyntax awaited || MessageSetup.Of(request) is null)
            return null;
        var written = "await " + call;
        return request.Call.TargetMethod.Name switch
        {
            "GetStringAsync" => AsText(request, method, written, awaited),
            "GetFromJsonAsync" or "DeleteFromJsonAsync" => Same(request.Call.TargetMethod, method) ? Replace(request, awaited, written) : null,
            "GetAsync" or "DeleteAsync" or "PostAsync" or "PutAsync" or "PatchAsync" or "SendAsync" or "PostAsJsonAsync" or "PutAsJsonAsync" or "PatchAsJsonAsync" => Response(request, method, written, awaited),
            _ => null,
        };
    }

    private static ResultUse? AsText(HttpRequest request, TypedMethod method, string written, ExpressionSyntax replaced, params StatementSyntax[] gone) =>
        method.Result is null ? null : Replace(request, replaced, $"{Json(request)}.ToText({written})", gone);

    private static string Json(HttpRequest request) =>
        request.Call.SemanticModel!.Compilation.GetTypeByMetadataName("TheThingsStack.MessageJson")!.ToMinimalDisplayString(request.Call.SemanticModel, request.Call.Syntax.SpanStart);

    private static bool Same(IMethodSymbol json, TypedMethod method) =>
        json.TypeArguments is [var type] && method.Result is { } result && SymbolEqualityComparer.Default.Equals(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), result.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    private static ResultUse? Response(HttpRequest request, TypedMethod method, string written, AwaitExpressionSyntax awaited)
    {
        if (awaited.Parent is ExpressionStatementSyntax)
            return Replace(request, awaited, written);
        // (await http.DeleteAsync(url)).EnsureSuccessStatusCode();
        if (awaited.Parent is ParenthesizedExpressionSyntax { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Check, Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } check } })
            return Replace(request, check, written);
        return awaited.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } variable }
            ? Variable(request, method, written, awaited, declaration, variable)
            : null;
    }

    private static ResultUse? Variable(HttpRequest request, TypedMethod method, string written, AwaitExpressionSyntax awaited, LocalDeclarationStatementSyntax declaration, VariableDeclaratorSyntax variable)
    {
        var response = request.Call.SemanticModel!.GetDeclaredSymbol(variable);
        var uses = Body.Of(request.Call).UsesOf((ILocalSymbol)response!).References.ConvertAll(static use => use.Syntax);
        var checks = uses.Select(CheckStatement).OfType<StatementSyntax>().ToList();
        var others = uses.Where(static use => CheckStatement(use) is null).ToList();
        if (!FollowEachOther(declaration, checks))
            return null;
        if (others.Count == 0)
            return checks.Count == 0 ? null : new(written + ";", PlacesOf(request, declaration, checks));
        if (others is not [var read] || ReadExpression(read) is not ({ } expression, var name) || !IsNext(declaration, checks, expression))
            return null;
        return name switch
        {
            "ReadAsStringAsync" => AsText(request, method, written, expression, [declaration, .. checks]),
            "ReadFromJsonAsync" when ((AwaitExpressionSyntax)expression).Expression is InvocationExpressionSyntax call && request.Call.SemanticModel.GetSymbolInfo(call).Symbol is IMethodSymbol json && Same(json, method) =>
                Replace(request, expression, written, [declaration, .. checks]),
            _ => null,
        };
    }

    /// <summary><c>response.EnsureSuccessStatusCode();</c></summary>
    private static StatementSyntax? CheckStatement(SyntaxNode use) =>
        use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Check, Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } } ? statement : null;

    /// <summary><c>await response.Content.ReadAsStringAsync()</c></summary>
    private static (ExpressionSyntax Expression, string Name)? ReadExpression(SyntaxNode use) =>
        use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Content", Parent: MemberAccessExpressionSyntax { Name: { } name, Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax expression } } }
            ? (expression, name.Identifier.ValueText) : null;

    private static bool FollowEachOther(StatementSyntax first, List<StatementSyntax> next) =>
        next.Count <= 1 && (next.Count == 0 || Following(first) == next[0]);

    private static bool IsNext(StatementSyntax declaration, List<StatementSyntax> checks, ExpressionSyntax read) =>
        read.FirstAncestorOrSelf<StatementSyntax>() is { } statement && statement == Following(checks.Count == 0 ? declaration : checks[0]);

    private static StatementSyntax? Following(StatementSyntax statement)
    {
        var (statements, at) = statement.Parent switch
        {
            BlockSyntax block => (block.Statements.ToList(), block.Statements.IndexOf(statement)),
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global =>
                (unit.Members.OfType<GlobalStatementSyntax>().Select(static g => g.Statement).ToList(), unit.Members.OfType<GlobalStatementSyntax>().ToList().IndexOf(global)),
            _ => ([], -1),
        };
        return at >= 0 && at + 1 < statements.Count ? statements[at + 1] : null;
    }

    private static ResultUse Replace(HttpRequest request, SyntaxNode replaced, string text, params StatementSyntax[] gone) =>
        new(text, PlacesOf(request, replaced, gone));

    /// <summary>What is replaced, what goes with it, and the variables that only this request used.</summary>
    private static IReadOnlyList<Location> PlacesOf(HttpRequest request, SyntaxNode replaced, IEnumerable<StatementSyntax> gone) =>
    [
        replaced.GetLocation(),
        .. gone.Concat(MessageSetup.Of(request)!).Select(static statement => statement.GetLocation()),
        .. new[] { request.UrlValue, request.Content }.Select(Unused).OfType<StatementSyntax>().Where(statement => !statement.Contains(replaced)).Select(static statement => statement.GetLocation()),
    ];

    private static StatementSyntax? Unused(IOperation? value) =>
        value is not null && Operations.Bare(value) is ILocalReferenceOperation local && Locals.CountUses(local) == 1
            && local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } }
            ? statement : null;
}
