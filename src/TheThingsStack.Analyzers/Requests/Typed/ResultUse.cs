using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Flow;

namespace TheThingsStack.Analyzers.Requests.Typed;

/// <summary>How the result of a request is used: what a typed call can take the place of.</summary>
internal sealed class ResultUse
{
    private const string Check = "EnsureSuccessStatusCode";

    private readonly HttpRequest _request;
    private readonly SyntaxNode _replaced;
    private readonly StatementSyntax[] _gone;
    private readonly bool _isText;
    private readonly IMethodSymbol? _json;

    /// <param name="request">The request.</param>
    /// <param name="replaced">The expression or the statement that the call takes the place of.</param>
    /// <param name="gone">The statements that go with it.</param>
    /// <param name="isText">Whether the answer is read as a text.</param>
    /// <param name="json">The method that reads the answer as an object; null where none does.</param>
    private ResultUse(HttpRequest request, SyntaxNode replaced, StatementSyntax[] gone, bool isText = false, IMethodSymbol? json = null) =>
        (_request, _replaced, _gone, _isText, _json) = (request, replaced, gone, isText, json);

    /// <summary>What is replaced, what goes with it, and the variables that only this request used.</summary>
    public IReadOnlyList<Location> Places =>
    [
        _replaced.GetLocation(),
        .. _gone.Concat(MessageSetup.Of(_request)!).Select(static statement => statement.GetLocation()),
        .. new[] { _request.UrlValue, _request.Content }.Select(Unused).OfType<StatementSyntax>().Where(statement => !statement.Contains(_replaced)).Select(static statement => statement.GetLocation()),
    ];

    /// <summary>Null where the result is used in a way that a typed call cannot serve: status and headers, for example.</summary>
    public static ResultUse? Of(HttpRequest request)
    {
        if (request.Call.Syntax.Parent is not AwaitExpressionSyntax awaited || MessageSetup.Of(request) is null)
            return null;
        return request.Call.TargetMethod.Name switch
        {
            "GetStringAsync" => new(request, awaited, [], isText: true),
            "GetFromJsonAsync" or "DeleteFromJsonAsync" => new(request, awaited, [], json: request.Call.TargetMethod),
            "GetAsync" or "DeleteAsync" or "PostAsync" or "PutAsync" or "PatchAsync" or "SendAsync" or "PostAsJsonAsync" or "PutAsJsonAsync" or "PatchAsJsonAsync" => Response(request, awaited),
            _ => null,
        };
    }

    /// <summary>What takes the place of the first of the places; null where the typed call returns something else than is read.</summary>
    /// <param name="method">The method of the client.</param>
    /// <param name="call">The call of it.</param>
    public string? Write(TypedMethod method, string call)
    {
        var written = "await " + call;
        if (_isText)
            return method.Result is null ? null : $"{Json(_request)}.ToText({written})";
        if (_json is not null && !Same(_json, method))
            return null;
        return _replaced is StatementSyntax ? written + ";" : written;
    }

    private static string Json(HttpRequest request) =>
        request.Call.SemanticModel!.Compilation.GetTypeByMetadataName("TheThingsStack.MessageJson")!.ToMinimalDisplayString(request.Call.SemanticModel, request.Call.Syntax.SpanStart);

    private static bool Same(IMethodSymbol json, TypedMethod method) =>
        json.TypeArguments is [var type] && method.Result is { } result && SymbolEqualityComparer.Default.Equals(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), result.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    private static ResultUse? Response(HttpRequest request, AwaitExpressionSyntax awaited)
    {
        // The body of a method can be one expression, of which the value is dropped, too.
        if (request.Call.Parent is IAwaitOperation { Parent: IExpressionStatementOperation })
            return new(request, awaited, []);
        // (await http.DeleteAsync(url)).EnsureSuccessStatusCode();
        if (request.Call.Parent is IAwaitOperation { Parent: IInvocationOperation { TargetMethod.Name: Check, Parent: IExpressionStatementOperation } check })
            return new(request, check.Syntax, []);
        return request.Call.Parent is IAwaitOperation { Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable } }
            && variable.Syntax.Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration }
            ? Variable(request, declaration, variable.Symbol)
            : null;
    }

    private static ResultUse? Variable(HttpRequest request, LocalDeclarationStatementSyntax declaration, ILocalSymbol response)
    {
        var uses = Body.Of(request.Call).UsesOf(response).References.ConvertAll(static use => use.Syntax);
        var checks = uses.Select(CheckStatement).OfType<StatementSyntax>().ToList();
        var others = uses.FindAll(static use => CheckStatement(use) is null);
        if (!FollowEachOther(declaration, checks))
            return null;
        if (others.Count == 0)
            return checks.Count == 0 ? null : new(request, declaration, [.. checks]);
        if (others is not [var read] || ReadExpression(read) is not ({ } expression, var name) || !IsNext(declaration, checks, expression))
            return null;
        return name switch
        {
            "ReadAsStringAsync" => new(request, expression, [declaration, .. checks], isText: true),
            "ReadFromJsonAsync" when ((AwaitExpressionSyntax)expression).Expression is InvocationExpressionSyntax call && request.Call.SemanticModel!.GetSymbolInfo(call).Symbol is IMethodSymbol json =>
                new(request, expression, [declaration, .. checks], json: json),
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

    private static StatementSyntax? Unused(IOperation? value) =>
        value is not null && Operations.Bare(value) is ILocalReferenceOperation local && Locals.CountUses(local) == 1
            && local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } }
            ? statement : null;
}
