using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Configuration;
using TheThingsStack.Analyzers.Requests;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Requests.Typed;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.Analyzers;

/// <summary>Judges requests that are written by hand: their URLs, their masks, and whether they say who sends them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        RequestWithoutUserAgent.Descriptor, UserAgentWithoutVersion.Descriptor, PlaceholderUserAgent.Descriptor, MalformedUserAgent.Descriptor, PlainHttp.Descriptor,
        UnknownPath.Descriptor, MisplacedMask.Descriptor, PathBelowOneofMember.Descriptor, RefusedPath.Descriptor, OneofConflict.Descriptor, RedundantPath.Descriptor, ApiKeyDeleted.Descriptor, TypedCall.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (HttpSymbols.Of(start.Compilation) is not { } http)
                return;
            var api = new Lazy<ApiSymbols?>(() => ApiSymbols.Of(start.Compilation));
            var table = new Lazy<RouteTable>(() => RouteTable.Of(api.Value));
            var proof = new ApiProof(start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterSyntaxNodeAction(node => JudgeLiteral(node, table), SyntaxKind.StringLiteralExpression, SyntaxKind.InterpolatedStringText);
            start.RegisterSymbolStartAction(type => GatherRequests(type, http, table, api, proof), SymbolKind.NamedType);
            start.RegisterOperationAction(call => JudgeRegistration(call, proof), OperationKind.Invocation);
        });
    }

    private static void JudgeLiteral(SyntaxNodeAnalysisContext context, Lazy<RouteTable> table)
    {
        var text = context.Node is LiteralExpressionSyntax literal ? literal.Token.ValueText : ((InterpolatedStringTextSyntax)context.Node).TextToken.ValueText;
        if (UrlLiterals.MayHaveMask(text))
            Report(UrlLiterals.Judge(context.Node, context.SemanticModel, table.Value), context.ReportDiagnostic);
    }

    private static void GatherRequests(SymbolStartAnalysisContext context, HttpSymbols http, Lazy<RouteTable> table, Lazy<ApiSymbols?> api, ApiProof proof)
    {
        var requests = new TypeRequests((INamedTypeSymbol)context.Symbol, http, table, proof);
        context.RegisterOperationAction(operation => requests.AddCall((IInvocationOperation)operation.Operation), OperationKind.Invocation);
        if (requests.HasField)
            context.RegisterOperationAction(operation => requests.AddField((IFieldReferenceOperation)operation.Operation), OperationKind.FieldReference);
        context.RegisterSymbolEndAction(end => Judge(requests, table, api, end.ReportDiagnostic));
    }

    private static void Judge(TypeRequests requests, Lazy<RouteTable> table, Lazy<ApiSymbols?> api, Action<Diagnostic> report)
    {
        if (requests.Read() is { Count: > 0 } read)
            Report(TypeJudge.Judge(read, table, TypedClient.Of(api.Value)), report);
    }

    private static void JudgeRegistration(OperationAnalysisContext context, ApiProof proof)
    {
        if (FactoryRegistration.Judge((IInvocationOperation)context.Operation, proof, context.Compilation) is { } diagnostic)
            context.ReportDiagnostic(diagnostic);
    }

    private static void Report(IEnumerable<Diagnostic> diagnostics, Action<Diagnostic> report)
    {
        foreach (var diagnostic in diagnostics)
            report(diagnostic);
    }
}
