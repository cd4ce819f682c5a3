using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using TheThingsStack.Analyzers.Tests.Discipline;
using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.CodeFixes.Fixes;

namespace TheThingsStack.Analyzers.Tests.Fixes;

public class BatchFixAllTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(nameof(PlainHttpFix))]
    public async Task GetFix_WithoutKeyAsDotnetFormatAsks_FixesAll(string? key)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("User", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(UserProject.ReferencesWithoutClient);
        var document = project.AddDocument("A.cs", """
            class A { TheThingsStack.TheThingsStackOptions a = new() { Address = "http://a.example.com", IdentityAddress = "http://b.example.com" }; }
            """);
        var context = new FixAllContext(document, new PlainHttpFix(), FixAllScope.Document, key!, ["TTS1007"], new Found(), CancellationToken.None);
        var action = await new PlainHttpFix().GetFixAllProvider().GetFixAsync(context);
        var operation = Assert.Single((await action!.GetOperationsAsync(CancellationToken.None)).OfType<Microsoft.CodeAnalysis.CodeActions.ApplyChangesOperation>());
        var text = await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync();
        Assert.DoesNotContain("http://", text.ToString(), StringComparison.Ordinal);
    }

    /// <summary><c>dotnet format</c> asks so where an analyzer has several rules.</summary>
    [Fact]
    public async Task Fixes_AskedForAnotherRule_OfferNothing()
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("User", LanguageNames.CSharp).AddDocument("A.cs", "class A;");
        var place = Location.Create((await document.GetSyntaxTreeAsync())!, new(0, 1));
        string[] names = [FixProperties.Added, FixProperties.Message, FixProperties.Properties, FixProperties.Remove, FixProperties.Replacement];
        var everything = names.ToImmutableDictionary(static name => name, static name => (string?)name);
        foreach (var fix in RuleCatalog.Fixes.Values)
        {
            foreach (var rule in RuleCatalog.Rules.Where(rule => !fix.FixableDiagnosticIds.Contains(rule.Id)))
                await fix.RegisterCodeFixesAsync(new(document, Diagnostic.Create(rule.Descriptor, place, [place], everything), (action, _) => Assert.Fail($"{fix} for {rule}: {action.Title}"), CancellationToken.None));
        }
    }

    private sealed class Found : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await UserProject.Analyze((await project.GetCompilationAsync(cancellationToken))!)).Where(static d => d.Id == "TTS1007");

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
