using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace TheThingsStack.Analyzers.Tests.Infrastructure;

/// <summary>
/// Runs every rule over a program in which expected diagnostics are marked <c>{|TTS2001:here|}</c>: what is not marked must not be flagged, by any rule.
/// A program that does not compile is an error of the test, unless it is said to be broken.
/// </summary>
internal static class Verify
{
    /// <summary>A file of its own.</summary>
    public static async Task File(string markup, bool isBroken = false, AnalyzerOptions? options = null)
    {
        var (source, places) = Markup.Parse(markup);
        var compilation = UserProject.Compile(source);
        if (!isBroken)
            Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var found = await UserProject.Analyze(compilation, options);
        var expected = places.Select(place => $"{place.Id}: {source.Substring(place.Start, place.Length)} at {place.Start}");
        Assert.Equal(expected, found.Select(d => $"{d.Id}: {source.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)} at {d.Location.SourceSpan.Start}"));
    }

    /// <summary>Statements, with a client <c>stack</c> at hand.</summary>
    public static Task Statements(string markup, AnalyzerOptions? options = null) => File(Around(markup), options: options);

    /// <summary>The messages of all diagnostics of some statements.</summary>
    public static async Task<IReadOnlyList<string>> Messages(string statements) =>
        [.. (await UserProject.Analyze(UserProject.Compile(Around(statements)))).Select(static d => d.GetMessage())];

    /// <summary>What a fix makes of a file, one diagnostic after the other; Fix All does the same, but for actions after the first.</summary>
    public static async Task Fix<TFix>(string before, string after, int action = 0, string? equivalenceKey = null)
        where TFix : CodeFixProvider, new()
    {
        var test = new FixTest<TFix> { TestCode = before, FixedCode = after, CodeActionIndex = action, CodeActionEquivalenceKey = equivalenceKey };
        if (action > 0)
            test.CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllCheck;
        await test.RunAsync();
    }

    /// <summary>What a fix makes of statements.</summary>
    public static Task FixStatements<TFix>(string before, string after, int action = 0, string? equivalenceKey = null)
        where TFix : CodeFixProvider, new() => Fix<TFix>(Around(before), Around(after), action, equivalenceKey);

    /// <summary>What the first action of a fix makes of the first diagnostic that it is for. Unlike the test library it takes <c>$$</c> for what it is; null where there is no action.</summary>
    public static async Task<string?> Fixed<TFix>(string source)
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("User", LanguageNames.CSharp)
            .WithParseOptions(UserProject.Parse)
            .WithCompilationOptions(UserProject.Options)
            .WithMetadataReferences(UserProject.References)
            .AddDocument("Usings.cs", UserProject.Usings).Project.AddDocument("A.cs", source);
        var fix = new TFix();
        var found = (await UserProject.Analyze((await document.Project.GetCompilationAsync())!)).First(d => fix.FixableDiagnosticIds.Contains(d.Id));
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new(document, found, (action, _) => actions.Add(action), CancellationToken.None));
        if (actions.Count == 0)
            return null;
        var changed = (await actions[0].GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    /// <summary>A method around statements.</summary>
    public static string Around(string statements) => $$"""
        class Program
        {
            async Task Run(TheThingsStackClient stack)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
                await Task.CompletedTask;
            }
        }
        """;

    private sealed class FixTest<TFix> : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, TFix, DefaultVerifier>
        where TFix : CodeFixProvider, new()
    {
        public FixTest()
        {
            ReferenceAssemblies = new("none");
            TestState.Sources.Add(("Usings.cs", UserProject.Usings));
            FixedState.Sources.Add(("Usings.cs", UserProject.Usings));
            CompilerDiagnostics = CompilerDiagnostics.Errors;
            // Several analyzers may report one rule.
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
            // What is left after a fix may be flagged by other rules.
            FixedState.MarkupHandling = MarkupMode.Allow;
            SolutionTransforms.Add(static (solution, project) => solution
                .WithProjectMetadataReferences(project, UserProject.References)
                .WithProjectParseOptions(project, UserProject.Parse));
        }

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => UserProject.Analyzers;
    }
}
