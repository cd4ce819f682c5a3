using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
            start.RegisterSyntaxNodeAction(node => JudgeCollection(node, api, reader), SyntaxKind.CollectionExpression);
            start.RegisterOperationAction(static initializer => JudgeInitializer(initializer), OperationKind.ObjectOrCollectionInitializer);
            start.RegisterOperationBlockStartAction(block => JudgeBlock(block, api, reader));
        });
    }

    private static void JudgeBlock(OperationBlockStartAnalysisContext context, ApiSymbols api, MaskReader reader)
    {
        var flow = new FlowJudge();
        context.RegisterOperationAction(invocation => JudgeInvocation(invocation, api, reader, flow), OperationKind.Invocation);
        context.RegisterOperationAction(assignment => flow.Add((ISimpleAssignmentOperation)assignment.Operation), OperationKind.SimpleAssignment);
        context.RegisterOperationBlockEndAction(block => Report(flow.Judge(block), block.ReportDiagnostic));
    }

    private static void JudgeInitializer(OperationAnalysisContext context) =>
        Report(OneofConflict.Judge((IObjectOrCollectionInitializerOperation)context.Operation), context.ReportDiagnostic);

    private static void JudgeCollection(SyntaxNodeAnalysisContext context, ApiSymbols api, MaskReader reader)
    {
        var collection = (CollectionExpressionSyntax)context.Node;
        if (api.MessageOfMask(context.SemanticModel.GetTypeInfo(collection, context.CancellationToken).ConvertedType) is { } message
            && reader.Read(collection, message, context.SemanticModel) is { } mask)
            Report(JudgeAlone(mask, collection), context.ReportDiagnostic);
    }

    private static void JudgeInvocation(OperationAnalysisContext context, ApiSymbols api, MaskReader reader, FlowJudge flow)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (api.CallOf(invocation.TargetMethod) is { } rpc)
        {
            var call = new MaskedCall(invocation, rpc, api, reader);
            Report(JudgeCall(call), context.ReportDiagnostic);
            flow.Add(call);
        }
        else if (SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.ContainingType, api.MaskFactory) && reader.Read(invocation) is [var mask])
            Report(JudgeAlone(mask, invocation.Syntax), context.ReportDiagnostic);
        else
            Report(MaskTexts.Judge(invocation, api), context.ReportDiagnostic);
    }

    private static IEnumerable<Diagnostic> JudgeCall(MaskedCall call) =>
        RefusedPath.Judge(call).Concat(PathBelowOneofMember.Judge(call));

    /// <summary>What can be said of a mask whatever it is used for, and of what is written in this place only.</summary>
    private static IEnumerable<Diagnostic> JudgeAlone(MaskValue mask, SyntaxNode place) =>
        OneofConflict.Judge(mask).Concat(RedundantPath.Judge(mask))
            .Where(diagnostic => diagnostic.Location.SourceTree == place.SyntaxTree && place.Span.Contains(diagnostic.Location.SourceSpan));

    private static void Report(IEnumerable<Diagnostic> diagnostics, Action<Diagnostic> report)
    {
        foreach (var diagnostic in diagnostics)
            report(diagnostic);
    }
}
