using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.Analyzers;

/// <summary>Judges masks where they are written, and where they are sent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MaskAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UnknownPath.Descriptor, PathBelowOneofMember.Descriptor, RefusedPath.Descriptor,
        RefusedProperty.Descriptor, LostUpdate.Descriptor, SilentClear.Descriptor, UnrequestedRead.Descriptor,
        OneofConflict.Descriptor, RedundantPath.Descriptor, ApiKeyDeleted.Descriptor, WrapperValue.Descriptor, TypedMask.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ApiSymbols.Of(start.Compilation) is not { } api)
                return;
            var reader = new MaskReader(api);
            start.RegisterOperationBlockAction(block =>
            {
                foreach (var body in Body.In(block.OperationBlocks))
                    Judge(body, block, api, reader);
            });
            start.RegisterSymbolStartAction(type => TypeTexts.Judge(type, body => MaskTexts.Judge(body, api)), SymbolKind.NamedType);
        });
    }

    private static void Judge(Body body, OperationBlockAnalysisContext context, ApiSymbols api, MaskReader reader)
    {
        var calls = new Dictionary<SyntaxNode, MaskedCall>();
        foreach (var invocation in body.Invocations)
        {
            if (!api.Concerns(invocation.TargetMethod))
                continue;
            if (api.CallOf(invocation.TargetMethod) is { } rpc)
                calls[invocation.Syntax] = new(invocation, rpc, api, reader);
            else
                Report(JudgeOther(invocation, api, reader).Where(diagnostic => body.Contains(diagnostic.Location)), context);
        }

        foreach (var creation in body.Creations)
            Report(MaskTexts.Judge(creation, api).Where(diagnostic => body.Contains(diagnostic.Location)), context);
        foreach (var call in calls.Values)
        {
            Report(RefusedPath.Judge(call), context);
            Report(PathBelowOneofMember.Judge(call), context);
        }

        foreach (var collection in body.Collections)
            Report(JudgeCollection(collection, api, reader), context);
        foreach (var initializer in body.Initializers)
            Report(OneofConflict.Judge(initializer), context);
        Report(FlowJudge.Judge(body, calls, () => context.GetControlFlowGraph(context.OperationBlocks.First(block => Body.Of(block) == body))), context);
    }

    private static IEnumerable<Diagnostic> JudgeOther(IInvocationOperation invocation, ApiSymbols api, MaskReader reader) =>
        SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.ContainingType, api.MaskFactory)
            ? reader.Read(invocation) is [var mask] ? JudgeAlone(mask, invocation.Syntax) : []
            : MaskTexts.Judge(invocation, api);

    private static IEnumerable<Diagnostic> JudgeCollection(IOperation operation, ApiSymbols api, MaskReader reader) =>
        operation is { Syntax: CollectionExpressionSyntax collection, SemanticModel: { } model }
            && api.MessageOfMask(operation.Type) is { } message && reader.Read(collection, message, model) is { } mask
            ? JudgeAlone(mask, collection) : [];

    /// <summary>What can be said of a mask whatever it is used for, and of what is written in this place only.</summary>
    private static IEnumerable<Diagnostic> JudgeAlone(MaskValue mask, SyntaxNode place) =>
        mask.Paths.Count < 2 ? [] : Within(place, OneofConflict.Judge(mask).Concat(RedundantPath.Judge(mask)));

    private static IEnumerable<Diagnostic> Within(SyntaxNode place, IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == place.SyntaxTree && place.Span.Contains(diagnostic.Location.SourceSpan));

    private static void Report(IEnumerable<Diagnostic> diagnostics, OperationBlockAnalysisContext context)
    {
        foreach (var diagnostic in diagnostics)
            context.ReportDiagnostic(diagnostic);
    }
}
