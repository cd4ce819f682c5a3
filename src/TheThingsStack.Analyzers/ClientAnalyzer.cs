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
        UserAgentWithoutVersion.Descriptor,
        PlaceholderUserAgent.Descriptor,
        MalformedUserAgent.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ClientSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterOperationAction(c => TypedUserAgent.Judge(c, (IObjectCreationOperation)c.Operation, symbols), OperationKind.ObjectCreation);
            start.RegisterOperationAction(c => TypedUserAgent.Judge(c, (IInvocationOperation)c.Operation, symbols), OperationKind.Invocation);
        });
    }
}
