using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.Analyzers.Syntax;

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
                JudgeOther(invocation, body, context, api, reader);
        }

        foreach (var creation in body.Creations)
            Report(MaskTexts.Judge(creation, api), body.Root.Syntax, context);
        foreach (var call in calls.Values)
        {
            Report(RefusedPath.Judge(call), context);
            Report(PathBelowOneofMember.Judge(call), context);
        }

        foreach (var collection in body.Collections)
            JudgeCollection(collection, context, api, reader);
        foreach (var initializer in body.Initializers)
            Report(OneofConflict.Judge(initializer), context);
        Report(FlowJudge.Judge(body, calls, () => context.GetControlFlowGraph(context.OperationBlocks.First(block => Body.Of(block) == body))), context);
    }

    private static void JudgeOther(IInvocationOperation invocation, Body body, OperationBlockAnalysisContext context, ApiSymbols api, MaskReader reader)
    {
        if (!SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.ContainingType, api.MaskFactory))
            Report(MaskTexts.Judge(invocation, api), body.Root.Syntax, context);
        else if (reader.Read(invocation) is [var mask])
            JudgeAlone(mask, invocation.Syntax, context);
    }

    private static void JudgeCollection(IOperation operation, OperationBlockAnalysisContext context, ApiSymbols api, MaskReader reader)
    {
        if (operation.Syntax is CollectionExpressionSyntax collection
            && api.MessageOfMask(operation.Type) is { } message && reader.Read(collection, message, operation) is { } mask)
            JudgeAlone(mask, collection, context);
    }

    /// <summary>What can be said of a mask whatever it is used for, and of what is written in this place only.</summary>
    private static void JudgeAlone(MaskValue mask, SyntaxNode place, OperationBlockAnalysisContext context)
    {
        if (mask.Paths.Count < 2)
            return;
        Report(OneofConflict.Judge(mask), place, context);
        Report(RedundantPath.Judge(mask), place, context);
    }

    /// <summary>Reports what is in a place, and not in what that uses.</summary>
    private static void Report(IEnumerable<Diagnostic> diagnostics, SyntaxNode place, OperationBlockAnalysisContext context)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Location.IsWithin(place))
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static void Report(IEnumerable<Diagnostic> diagnostics, OperationBlockAnalysisContext context)
    {
        foreach (var diagnostic in diagnostics)
            context.ReportDiagnostic(diagnostic);
    }
}
