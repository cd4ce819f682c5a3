using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Cases;

/// <summary>Compares what is generated for each case with the files beside it. <c>UPDATE_SNAPSHOTS=1</c> rewrites them: see <c>spec/cases/README.md</c>.</summary>
public sealed class CaseTests
{
    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    public static TheoryData<string> Names => [.. Case.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_Generated_IsWhatStandsBesideItAndCompiles(string name)
    {
        var expected = new Case(name);
        if (IsUpdating)
            expected.Update();

        var path = $"/specs/{name}.json";
        var test = new GeneratorTest { TestState = { AdditionalFiles = { (path, expected.Reference) } } };
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\n[{path}]\nbuild_metadata.AdditionalFiles.TheThingsStackSpec = true\n"));
        foreach (var (hintName, text) in expected.Sources)
            test.TestState.GeneratedSources.Add((typeof(ClientGenerator), hintName, SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256)));
        foreach (var (severity, id, line, column, message) in expected.Diagnostics)
            test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(id, severity).WithLocation(path, line, column).WithMessage(message));

        await test.RunAsync();
    }

    private sealed class GeneratorTest : CSharpSourceGeneratorTest<ClientGenerator, DefaultVerifier>
    {
        public GeneratorTest()
        {
            // The framework comes from a package of the test project: nothing is downloaded.
            ReferenceAssemblies = new ReferenceAssemblies("none");
            SolutionTransforms.Add(static (solution, project) => solution.WithProjectMetadataReferences(
                project, Framework.References()));
            CompilerDiagnostics = CompilerDiagnostics.Warnings;
            TestState.Sources.Add("internal static class Program;");
        }

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999);
    }
}
