using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TheThingsStack.Analyzers.Configuration;
using TheThingsStack.Analyzers.Flow;
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
        context.RegisterCompilationStartAction(static start =>
        {
            var symbols = ClientSymbols.Of(start.Compilation);
            start.RegisterOperationBlockAction(block =>
            {
                foreach (var body in Body.In(block.OperationBlocks))
                    Judge(body, symbols, block);
            });
        });
    }

    private static void Judge(Body body, ClientSymbols? symbols, OperationBlockAnalysisContext context)
    {
        // A key is one wherever it stands, also where the library is not referred to.
        KeyText.Judge(body, context);
        if (symbols is null)
            return;
        foreach (var creation in body.Creations)
        {
            MissingUserAgent.Judge(context, creation, symbols);
            TypedUserAgent.Judge(context, creation, symbols);
        }

        foreach (var call in body.Invocations)
        {
            MissingUserAgent.Judge(context, call, symbols);
            TypedUserAgent.Judge(context, call, symbols);
            AddressText.Judge(context, call, symbols);
        }

        foreach (var assignment in body.Assignments)
            AddressText.Judge(context, assignment, symbols);
    }
}
