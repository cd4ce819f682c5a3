using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Requests;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Requests.Typed;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;
using TheThingsStack.CodeFixes.Fixes;

namespace TheThingsStack.CodeFixes.Refactorings;

/// <summary>Writes the typed call in the place of a request: where no rule asks for it, and where a client has to be made for it.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(TypedCallRefactoring))]
public sealed class TypedCallRefactoring : TextRefactoring
{
    private protected override bool IsCandidate(InvocationExpressionSyntax call) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, Parent: AwaitExpressionSyntax } && RequestReader.MaySend(name);

    private protected override Edit? Offer(InvocationExpressionSyntax call, SemanticModel model, AnalyzerOptions options)
    {
        if (ApiSymbols.Of(model.Compilation) is not { } api || TypedClient.Of(api) is not { } client || RequestAt(call, model, api, options) is not { } request)
            return null;
        if (TypedCall.Judge(request, client) is { } diagnostic)
            return TypedCall.Descriptor.IsOff(model, options) ? new TypedCallFix().Edits(model, call, diagnostic).FirstOrDefault() : null;
        return ClientSetup.Of(request) is { } setup && TypedCall.Judge(request, client, setup) is { } alone ? WithClient(setup, model, call, alone) : null;
    }

    private static HttpRequest? RequestAt(InvocationExpressionSyntax call, SemanticModel model, ApiSymbols api, AnalyzerOptions options)
    {
        if (HttpSymbols.Of(model.Compilation) is not { } http || model.GetEnclosingSymbol(call.SpanStart)?.ContainingType is not { } type)
            return null;
        var requests = new TypeRequests(type, http, new(() => RouteTable.Of(api)), new(options.AnalyzerConfigOptionsProvider));
        foreach (var body in TypeBodies.Of(type, model))
            requests.Add(body);
        return requests.Read().FirstOrDefault(request => request.Call.Syntax == call);
    }

    private static Edit? WithClient(ClientSetup setup, SemanticModel model, SyntaxNode call, Diagnostic diagnostic)
    {
        var position = setup.Before.SpanStart;
        var type = TypeNames.At(model, position, "TheThingsStack.V3", "TheThingsStackClient");
        var agent = setup.UserAgent is var (product, version) ? $"new({ValueText.Literal(product)}, {ValueText.Literal(version)})" : AssemblyAgent.At(model, call).Creation;
        if (agent is null || !TypedCallFix.Binds(On($"default({type})!", TypedCallFix.Call(diagnostic)), model, call.SpanStart))
            return null;
        var (indentation, end) = (Lines.Indentation(setup.Before), Lines.NewLine(setup.Before));
        string[] lines =
        [
            $"using var {setup.Name} = new {type}(new {TypeNames.At(model, position, "TheThingsStack", "TheThingsStackOptions")}",
            "{",
            $"    Address = {setup.Address},",
            $"    ApiKey = {setup.Key},",
            $"    UserAgent = {agent},",
            "});",
        ];
        return new(TypedCallFix.Title, nameof(TypedCallRefactoring), [.. Insert(position, string.Join(end + indentation, lines), indentation, end, TypedCallFix.Changes(model, diagnostic))]);
    }

    /// <summary>A call of a service of another client: what is to be made has no name yet.</summary>
    private static InvocationExpressionSyntax? On(string client, InvocationExpressionSyntax? call) =>
        call?.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var named } }
            ? call.ReplaceNode(named, SyntaxFactory.ParseExpression(client)) : null;

    /// <summary>Adds statements before one that may be changed itself, or go with its lines.</summary>
    private static IEnumerable<TextChange> Insert(int position, string statements, string indentation, string end, IEnumerable<TextChange> changes)
    {
        var all = changes.ToList();
        var at = all.FindIndex(change => change.Span.Contains(position));
        if (at < 0)
            return all.Append(new(new(position, 0), statements + end + indentation)).OrderBy(static change => change.Span.Start);
        all[at] = new(all[at].Span, all[at].NewText!.Length == 0 ? indentation + statements + end : statements + end + indentation + all[at].NewText);
        return all;
    }
}
