using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Refactorings;

/// <summary>What a refactoring offers where the cursor is, <c>§</c>, as an editor asks for it.</summary>
internal static class Refactoring
{
    private const char Cursor = '§';

    /// <summary>The actions' titles, and what the first of them makes of the file; null where nothing is offered.</summary>
    public static async Task<(IReadOnlyList<string> Titles, string? After)> At<TRefactoring>(string markup, string config = "", bool isBroken = false)
        where TRefactoring : CodeRefactoringProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var position = markup.IndexOf(Cursor, StringComparison.Ordinal);
        var source = markup.Remove(position, 1);
        var isProgram = !source.Contains("class Program", StringComparison.Ordinal);
        var project = workspace.AddProject("acme-soil-monitor", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(UserProject.Parse)
            .WithMetadataReferences(UserProject.References)
            .AddDocument("Usings.cs", UserProject.Usings).Project
            .AddAnalyzerConfigDocument(".editorconfig", SourceText.From("root = true\n[*.cs]\n" + config), filePath: "/.editorconfig").Project;
        var document = project.AddDocument("A.cs", source, filePath: "/A.cs");
        if (!isBroken)
            Assert.Empty(await Errors(document));

        var actions = new List<CodeAction>();
        await new TRefactoring().ComputeRefactoringsAsync(new(document, new TextSpan(position, 0), actions.Add, CancellationToken.None));
        if (actions.Count == 0)
            return ([], null);
        var operation = (await actions[0].GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        var after = operation.ChangedSolution.GetDocument(document.Id)!;
        if (!isBroken)
            Assert.Empty(await Errors(after));
        return ([.. actions.Select(static action => action.Title)], (await after.GetTextAsync()).ToString());
    }

    private static async Task<IEnumerable<Diagnostic>> Errors(Document document) =>
        (await document.Project.GetCompilationAsync())!.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error);
}
