using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Configuration;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Requests;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Requests.Typed;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.Analyzers.Syntax;

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
            var client = new Lazy<TypedClient?>(() => TypedClient.Of(api.Value));
            start.RegisterSymbolStartAction(type => Gather(type, http, table, client, proof), SymbolKind.NamedType);
            start.RegisterOperationBlockAction(block =>
            {
                foreach (var body in Body.In(block.OperationBlocks))
                    Report(JudgeAlone(body, table, proof, block.Compilation), block.ReportDiagnostic);
            });
        });
    }

    private static void Gather(SymbolStartAnalysisContext context, HttpSymbols http, Lazy<RouteTable> table, Lazy<TypedClient?> client, ApiProof proof)
    {
        TypeTexts.Judge(context, body => JudgeUrls(body, table));
        var requests = new TypeRequests((INamedTypeSymbol)context.Symbol, http, table, proof);
        context.RegisterOperationBlockAction(block =>
        {
            foreach (var body in Body.In(block.OperationBlocks))
                requests.Add(body);
        });
        context.RegisterSymbolEndAction(end =>
        {
            if (requests.Read() is { Count: > 0 } read)
                Report(TypeJudge.Judge(read, table, client.Value), end.ReportDiagnostic);
        });
    }

    /// <summary>What can be said of URLs and registrations wherever they stand.</summary>
    private static IEnumerable<Diagnostic> JudgeAlone(Body body, Lazy<RouteTable> table, ApiProof proof, Compilation compilation) =>
        JudgeUrls(body, table).Where(diagnostic => diagnostic.Location.IsWithin(body.Root.Syntax))
            .Concat(body.Invocations.Select(call => FactoryRegistration.Judge(call, proof, compilation)).OfType<Diagnostic>());

    private static IEnumerable<Diagnostic> JudgeUrls(Body body, Lazy<RouteTable> table) =>
        body.Literals.Where(UrlLiterals.MayHaveMask).SelectMany(literal => UrlLiterals.Judge(literal.Syntax, literal.SemanticModel!, table.Value));

    private static void Report(IEnumerable<Diagnostic> diagnostics, Action<Diagnostic> report)
    {
        foreach (var diagnostic in diagnostics)
            report(diagnostic);
    }
}
