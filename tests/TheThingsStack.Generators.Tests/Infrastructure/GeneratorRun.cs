using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>A generator over a compilation, as the compiler runs it, with its steps tracked.</summary>
internal sealed class GeneratorRun
{
    /// <summary>An assembly, and everything that the compiler had to say about it, above hidden.</summary>
    internal sealed record Emitted(IReadOnlyList<Diagnostic> Messages, byte[] Assembly);

    private const string DefaultSource = "class Program { static void Main() { } }";

    private GeneratorDriver _driver;
    private AdditionalText? _reference;
    private HashSet<SourceText> _before = [];

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation, AdditionalText? reference)
    {
        _driver = driver;
        _reference = reference;
        Compilation = compilation;
        Output = compilation;
        Run();
    }

    /// <summary>The user's code, without what was generated.</summary>
    public CSharpCompilation Compilation { get; private set; }

    /// <summary>The user's code with what was generated.</summary>
    public Compilation Output { get; private set; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    public ImmutableArray<GeneratedSourceResult> Sources => Result.GeneratedSources;

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>Runs the generator twice; the second run must find every step cached.</summary>
    public static GeneratorRun Of(
        string? reference = null, string source = DefaultSource, IReadOnlyDictionary<string, string>? properties = null,
        LanguageVersion language = LanguageVersion.CSharp12, bool net8 = false, bool hasRuntime = true, string? secondReference = null, MetadataReference? library = null)
    {
        var parse = new CSharpParseOptions(language, DocumentationMode.Diagnose);
        var text = reference is null ? null : new ReferenceFile("/specs/api.json", reference);
        var compilation = CSharpCompilation.Create(
            "User", [CSharpSyntaxTree.ParseText(source, parse, "Program.cs")],
            library is null ? Framework.References(net8, hasRuntime) : Framework.References(net8, hasRuntime).Append(library),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ClientGenerator().AsSourceGenerator()],
            [.. new[] { text, secondReference is null ? null : new ReferenceFile("/specs/second.json", secondReference) }.OfType<AdditionalText>()],
            parse,
            new Options(properties ?? new Dictionary<string, string>()),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var run = new GeneratorRun(driver, compilation, text);
        run.RunAgainUnchanged();
        return run;
    }

    public string Source(string hintName) => Sources.Single(s => s.HintName == hintName).SourceText.ToString();

    /// <summary>Everything that the compiler has to say, above hidden.</summary>
    public IReadOnlyList<Diagnostic> CompilerMessages() =>
        [.. Output.GetDiagnostics().Where(d => d.Severity > DiagnosticSeverity.Hidden)];

    /// <summary>Compiles the user's code with what was generated, documentation included.</summary>
    public Emitted Emit(Compilation? compilation = null)
    {
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = (compilation ?? Output).Emit(assembly, xmlDocumentationStream: documentation);
        return new([.. result.Diagnostics.Where(static d => d.Severity > DiagnosticSeverity.Hidden)], result.Success ? assembly.ToArray() : []);
    }

    public void Edit(string source)
    {
        var tree = Compilation.SyntaxTrees.Single();
        Compilation = Compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)tree.Options, tree.FilePath));
        Run();
    }

    public void EditReference(string reference)
    {
        var text = new ReferenceFile(_reference!.Path, reference);
        _driver = _driver.ReplaceAdditionalText(_reference, text);
        _reference = text;
        Run();
    }

    public void ChangeProperties(IReadOnlyDictionary<string, string> properties)
    {
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(new Options(properties));
        Run();
    }

    /// <summary>Why each output of a step is as it is after the last run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        Result.TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(r => r.Outputs).Select(o => o.Reason)] : [];

    /// <summary>The files that the last run emitted anew; the text of any other is still the same object.</summary>
    public IReadOnlyList<string> EmittedAnew() => [.. Sources.Where(s => !_before.Contains(s.SourceText)).Select(static s => s.HintName)];

    private void RunAgainUnchanged()
    {
        var before = Sources;
        Compilation = Compilation.Clone();
        Run();
        foreach (var step in TrackingNames.All)
            Assert.All(Reasons(step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {reason}"));
        Assert.Empty(EmittedAnew());
        Assert.Equal(before.Length, Sources.Length);
        StepValues.AssertHoldNoCompilerObjects(Result);
    }

    private void Run()
    {
        _before = ReferenceEquals(Output, Compilation) ? [] : [.. Sources.Select(static s => s.SourceText)];
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out _);
        Output = output;
        Assert.Null(Result.Exception);
    }

    private sealed class ReferenceFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, System.Text.Encoding.UTF8);
    }

    private sealed class Options(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(new Dictionary<string, string>());

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(new Dictionary<string, string> { ["build_metadata.AdditionalFiles.TheThingsStackSpec"] = "true" });
    }

    private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
