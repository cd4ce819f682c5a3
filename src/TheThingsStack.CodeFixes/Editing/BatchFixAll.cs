using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>
/// Fix All by the platform's batch fixer. <c>dotnet format</c> asks a fix for its action by the first diagnostic of an analyzer, which can be
/// of another rule that the same analyzer hosts; no action comes of that, and no key. Then the fix's first action is meant.
/// </summary>
/// <param name="key">The key of that action.</param>
internal sealed class BatchFixAll(string key) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => WellKnownFixAllProviders.BatchFixer.GetSupportedFixAllScopes();

    public override Task<CodeAction?> GetFixAsync(FixAllContext context) =>
        WellKnownFixAllProviders.BatchFixer.GetFixAsync(context.CodeActionEquivalenceKey is null ? WithKey(context) : context);

    private FixAllContext WithKey(FixAllContext context) => context.Document is { } document
        ? new(document, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, new Diagnostics(context), context.CancellationToken)
        : new(context.Project, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, new Diagnostics(context), context.CancellationToken);

    /// <summary>The diagnostics of another context.</summary>
    private sealed class Diagnostics(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetProjectDiagnosticsAsync(project).ConfigureAwait(false);
    }
}
