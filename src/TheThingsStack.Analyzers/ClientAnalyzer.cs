using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Configuration;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.Analyzers;

/// <summary>How a client is configured: its User-Agent, its key, its addresses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        MissingUserAgent.Descriptor, UserAgentWithoutVersion.Descriptor, PlaceholderUserAgent.Descriptor, MalformedUserAgent.Descriptor,
        ApiKeyInSource.Descriptor, PlainHttp.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();

        // A key is one wherever it stands, also where the library is not referred to.
        context.RegisterOperationAction(KeyText.JudgeLiteral, OperationKind.Literal, OperationKind.Utf8String);
        context.RegisterOperationAction(KeyText.JudgeParts, OperationKind.Binary, OperationKind.InterpolatedString);

        context.RegisterCompilationStartAction(static start =>
        {
            if (ClientSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterOperationAction(c => JudgeCreation(c, symbols), OperationKind.ObjectCreation);
            start.RegisterOperationAction(c => JudgeInvocation(c, symbols), OperationKind.Invocation);
            start.RegisterOperationAction(c => AddressText.Judge(c, (ISimpleAssignmentOperation)c.Operation, symbols), OperationKind.SimpleAssignment);
        });
    }

    private static void JudgeCreation(OperationAnalysisContext context, ClientSymbols symbols)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        MissingUserAgent.Judge(context, creation, symbols);
        TypedUserAgent.Judge(context, creation, symbols);
    }

    private static void JudgeInvocation(OperationAnalysisContext context, ClientSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        MissingUserAgent.Judge(context, call, symbols);
        TypedUserAgent.Judge(context, call, symbols);
        AddressText.Judge(context, call, symbols);
    }
}
