using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using TheThingsStack.Analyzers.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Discipline;

/// <summary>One name for a rule, its page, its tests and its fix; nothing of these without the others.</summary>
public sealed class RuleTests
{
    [Fact]
    public void Ids_OfRulesAndGenerator_AreUnique()
    {
        string[] ids = [.. RuleCatalog.Rules.Select(static rule => rule.Id), .. RuleCatalog.Generator.Select(static descriptor => descriptor.Id)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, static id => Assert.Matches("^TTS[0-9]{4}$", id));
    }

    [Fact]
    public void Rules_AreThoseThatAnalyzersReport() =>
        Assert.Equal(
            RuleCatalog.Rules.Select(static rule => rule.Id),
            UserProject.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Rules_HaveTitleDescriptionAndMessage() => Assert.All(RuleCatalog.Rules, static rule =>
    {
        Assert.NotEmpty(rule.Descriptor.Title.ToString());
        Assert.NotEmpty(rule.Descriptor.MessageFormat.ToString());
        Assert.NotEmpty(rule.Descriptor.Description.ToString());
        Assert.True(rule.Descriptor.IsEnabledByDefault, rule.Id);
    });

    [Fact]
    public void Rules_HaveTestsOfTheirName() => Assert.All(RuleCatalog.Rules, static rule =>
        Assert.Contains(typeof(RuleTests).Assembly.GetTypes(), type => type.Name == rule.Name + "Tests"));

    [Fact]
    public void Releases_OfAnalyzers_ListEachRuleAsItIs() =>
        Assert.Equal(RuleCatalog.Rules.Select(static rule => Released.Of(rule.Descriptor)), Released.Read(RuleCatalog.Folder));

    /// <summary>A rule with more than one way out has further fixes.</summary>
    [Fact]
    public void Fixes_OfARule_HaveOneOfItsName() => Assert.All(RuleCatalog.Rules.Where(RuleCatalog.HasFix), static rule =>
        Assert.Contains(rule.Id, RuleCatalog.Fixes[rule.Name + "Fix"].FixableDiagnosticIds));

    [Fact]
    public void Fixes_AreForRulesThatThereAre() => Assert.All(RuleCatalog.Fixes.Values, static fix =>
    {
        Assert.NotEmpty(fix.FixableDiagnosticIds);
        Assert.All(fix.FixableDiagnosticIds, static id => Assert.Contains(RuleCatalog.Rules, rule => rule.Id == id));
    });

    [Fact]
    public void Fixes_AreExportedAndFixAll() => Assert.All(RuleCatalog.Fixes.Values, static fix =>
    {
        var export = fix.GetType().GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false).Cast<ExportCodeFixProviderAttribute>().Single();
        Assert.Equal(fix.GetType().Name, export.Name);
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.NotNull(fix.GetFixAllProvider());
    });

    /// <summary>A refactoring is named after the rule that is silent where it is offered.</summary>
    [Fact]
    public void Refactorings_AreExportedAndNamedAfterARule() => Assert.All(RuleCatalog.Refactorings, static refactoring =>
    {
        var export = refactoring.GetCustomAttributes(typeof(ExportCodeRefactoringProviderAttribute), inherit: false).Cast<ExportCodeRefactoringProviderAttribute>().Single();
        Assert.Equal(refactoring.Name, export.Name);
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.Contains(RuleCatalog.Rules, rule => refactoring.Name == rule.Name + "Refactoring");
        Assert.Contains(typeof(RuleTests).Assembly.GetTypes(), type => type.Name == refactoring.Name + "Tests");
    });

    [Fact]
    public void Analyzers_RunConcurrentlyAndLeaveGeneratedCodeAlone() => Assert.All(UserProject.Analyzers, static analyzer =>
    {
        var context = new RecordingContext();
        analyzer.Initialize(context);
        Assert.True(context.IsConcurrent, analyzer.ToString());
        Assert.Equal(Microsoft.CodeAnalysis.Diagnostics.GeneratedCodeAnalysisFlags.None, context.GeneratedCode);
    });
}
