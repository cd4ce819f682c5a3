using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Discipline;

/// <summary>Each rule has a page that its help link leads to, and what the page says is wrong or right is so.</summary>
public sealed class RulePageTests
{
    /// <summary>What the code of a page need not declare.</summary>
    private static readonly string[] AtHand =
    [
        "TheThingsStackClient stack", "TheThingsStackOptions options", "HttpClient client", "HttpClient http", "IServiceCollection services", "IConfiguration configuration",
        "string apiKey", "string app", "string device", "EndDeviceIdentifiers ids",
    ];

    [Fact]
    public void Pages_AreThoseOfTheRules() =>
        Assert.Equal(RuleCatalog.Rules.Select(static rule => rule.Name).Order(StringComparer.Ordinal), RulePage.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void HelpLinks_EndInThePage() => Assert.All(RuleCatalog.Rules, static rule =>
        Assert.EndsWith($"/{RuleCatalog.Folder}/docs/{rule.Name}.md", rule.Descriptor.HelpLinkUri, StringComparison.Ordinal));

    [Fact]
    public void Pages_HaveTitleAndSections() => Assert.All(RuleCatalog.Rules, static rule =>
    {
        var page = RulePage.Read(rule.Page);
        Assert.Equal($"# {rule.Id}: {rule.Descriptor.Title}", page.Title);
        Assert.Equal(RulePage.Required, page.Sections.Keys);
        Assert.NotEmpty(page.Code("Wrong"));
        Assert.NotEmpty(page.Code("Right"));
    });

    [Fact]
    public async Task WrongCode_OfEachPage_FiresThatRuleAndNoOther()
    {
        var problems = new List<string>();
        foreach (var (rule, code) in RuleCatalog.Rules.SelectMany(static rule => RulePage.Read(rule.Page).Code("Wrong").Select(code => (rule, code))))
        {
            var found = await Analyze(rule, code);
            if (found.Count == 0 || found.Any(d => d.Id != rule.Id))
                problems.Add($"{rule}: {(found.Count == 0 ? "nothing fires" : string.Join("\n", found))}\n{code}");
        }

        Assert.Empty(problems);
    }

    [Fact]
    public async Task RightCode_OfEachPage_FiresNothing()
    {
        var problems = new List<string>();
        foreach (var (rule, code) in RuleCatalog.Rules.SelectMany(static rule => RulePage.Read(rule.Page).Code("Right").Select(code => (rule, code))))
            problems.AddRange((await Analyze(rule, code)).Select(d => $"{rule}: {d}\n{code}"));
        Assert.Empty(problems);
    }

    [Fact]
    public void GeneratorPage_HasASectionForEachDiagnostic()
    {
        var page = RulePage.Read(Repository.File("src/TheThingsStack.Generators/docs/Reference.md"));
        Assert.Equal(RuleCatalog.Generator.Select(static descriptor => descriptor.Id), page.Sections.Keys);
        Assert.All(RuleCatalog.Generator, descriptor =>
        {
            Assert.Contains($"**{descriptor.Title}**", page.Sections[descriptor.Id], StringComparison.Ordinal);
            Assert.EndsWith($"/src/TheThingsStack.Generators/docs/Reference.md#{descriptor.Id.ToLowerInvariant()}", descriptor.HelpLinkUri, StringComparison.Ordinal);
        });
    }

    /// <summary>Code on a page is a file, or statements that use what is at hand, or members of a class: whichever compiles.</summary>
    private static Task<IReadOnlyList<Diagnostic>> Analyze(CatalogRule rule, string code)
    {
        string[] readings = [code, InMethod(code), $"partial class Program\n{{\n{code}\n}}"];
        var compilations = readings.Select(static reading => UserProject.Compile(reading)).ToList();
        var compiled = compilations.FirstOrDefault(static compilation => Errors(compilation).Count == 0);
        Assert.True(compiled is not null, $"{rule}: the code does not compile: {string.Join("\n", Errors(compilations[1]))}\n{code}");
        return UserProject.Analyze(compiled);
    }

    private static List<Diagnostic> Errors(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)];

    private static string InMethod(string code)
    {
        var names = CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
            .ToLookup(static token => token.Parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or ParameterSyntax, static token => token.ValueText);
        var parameters = AtHand.Where(parameter => parameter.Split(' ')[1] is var name && names[false].Contains(name) && !names[true].Contains(name));
        return $$"""
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;

            class Program
            {
                async Task Run({{string.Join(", ", parameters)}})
                {
            {{code}}
                    await Task.CompletedTask;
                }
            }
            """;
    }
}
