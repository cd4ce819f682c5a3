using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>What a fix is asked for, without what another one is for: <c>dotnet format</c> asks with any rule of the same analyzer.</summary>
internal static class OwnDiagnostics
{
    public static IEnumerable<Diagnostic> DiagnosticsOf(this CodeFixContext context, CodeFixProvider fix) =>
        context.Diagnostics.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id));
}
