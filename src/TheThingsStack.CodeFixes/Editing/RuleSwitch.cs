using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>Says whether a user has switched a rule off. A rule that is hidden is reported to the editor, which then offers its fix.</summary>
internal static class RuleSwitch
{
    private const string Bulk = "dotnet_analyzer_diagnostic";

    public static bool IsOff(this DiagnosticDescriptor rule, SemanticModel model, AnalyzerOptions options)
    {
        var (tree, compilation) = (model.SyntaxTree, model.Compilation.Options);
        if (rule.GetEffectiveSeverity(compilation) == ReportDiagnostic.Suppress)
            return true;
        if (compilation.SyntaxTreeOptionsProvider is { } provider
            && (provider.TryGetDiagnosticValue(tree, rule.Id, default, out var own) || provider.TryGetGlobalDiagnosticValue(rule.Id, default, out own)))
            return own == ReportDiagnostic.Suppress;
        var config = options.AnalyzerConfigOptionsProvider.GetOptions(tree);
        return (config.TryGetValue($"{Bulk}.category-{rule.Category}.severity", out var severity) || config.TryGetValue(Bulk + ".severity", out severity)) && severity is "none";
    }
}
