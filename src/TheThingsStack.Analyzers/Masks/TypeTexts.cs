using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>
/// Judges masks in constants and static fields of a type by their uses in it. The type as a whole reports them, once each: what a method reports of another place
/// an editor does not show in time.
/// </summary>
internal static class TypeTexts
{
    /// <param name="context">The type.</param>
    /// <param name="judge">What is wrong with the texts that a body uses.</param>
    public static void Judge(SymbolStartAnalysisContext context, Func<Body, IEnumerable<Diagnostic>> judge)
    {
        if (!((INamedTypeSymbol)context.Symbol).GetMembers().OfType<IFieldSymbol>().Any(HoldsText))
            return;
        var found = new ConcurrentDictionary<(string Id, Location Place), Diagnostic>();
        context.RegisterOperationBlockAction(block =>
        {
            foreach (var body in Body.In(block.OperationBlocks))
            {
                foreach (var diagnostic in judge(body).Where(diagnostic => !diagnostic.Location.IsWithin(body.Root.Syntax)))
                    found[(diagnostic.Id, diagnostic.Location)] = diagnostic;
            }
        });
        context.RegisterSymbolEndAction(end =>
        {
            foreach (var diagnostic in found.Values)
                end.ReportDiagnostic(diagnostic);
        });
    }

    private static bool HoldsText(IFieldSymbol field) => field is { Type.SpecialType: SpecialType.System_String } and ({ IsConst: true } or { IsStatic: true, IsReadOnly: true });
}
