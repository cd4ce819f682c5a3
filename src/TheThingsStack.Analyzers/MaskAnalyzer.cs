using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
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
        OneofConflict.Descriptor, RedundantPath.Descriptor, TypedMask.Descriptor);

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
            start.RegisterOperationAction(invocation => JudgeInvocation(invocation, api, reader), OperationKind.Invocation);
        });
    }

    private static void JudgeCollection(SyntaxNodeAnalysisContext context, ApiSymbols api, MaskReader reader)
    {
        var collection = (CollectionExpressionSyntax)context.Node;
        if (api.MessageOfMask(context.SemanticModel.GetTypeInfo(collection, context.CancellationToken).ConvertedType) is { } message
            && reader.Read(collection, message, context.SemanticModel) is { } mask)
            Report(JudgeAlone(mask, collection), context.ReportDiagnostic);
    }

    private static void JudgeInvocation(OperationAnalysisContext context, ApiSymbols api, MaskReader reader)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (api.CallOf(invocation.TargetMethod) is { } rpc)
            Report(JudgeCall(new(invocation, rpc, api, reader)), context.ReportDiagnostic);
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
