using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using TheThingsStack.Generators;

namespace TheThingsStack.Benchmarks.Inputs;

/// <summary>A user's project in this process: its files, its references, and a generator driver over it.</summary>
internal static class UserProject
{
    public static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp12);

    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. Basic.Reference.Assemblies.Net100.References.All,
        .. Libraries.Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The runtime library, and the packages that come with it.</summary>
    public static IEnumerable<string> Libraries =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "Microsoft.Extensions.*.dll").Append(Path.Combine(AppContext.BaseDirectory, "TheThingsStack.dll"));

    public static CSharpCompilation Compile(int files) => CSharpCompilation.Create(
        "User",
        Enumerable.Range(0, files).Select(static i => File(i, 0)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));

    public static SyntaxTree File(int number, int edit) => CSharpSyntaxTree.ParseText(
        $$"""
        namespace User;

        public sealed class C{{number}}
        {
            public string Name { get; set; } = "{{edit}}";

            public int Twice(int value) => value * 2;
        }
        """, Parse, $"C{number}.cs");

    public static GeneratorDriver Driver(IIncrementalGenerator generator, AdditionalText? reference, bool tracksSteps = false, string services = "") => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        reference is null ? [] : [reference],
        Parse,
        new Options(services),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps));

    public static GeneratorDriver Driver(AdditionalText reference, bool tracksSteps = false, string services = "") =>
        Driver(new ClientGenerator(), reference, tracksSteps, services);

    /// <summary>An additional file.</summary>
    internal sealed class ReferenceFile(string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => "/specs/api.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options(string services) : AnalyzerConfigOptionsProvider
    {
        private static readonly Values None = new("", "");
        private static readonly Values Marked = new("build_metadata.AdditionalFiles.TheThingsStackSpec", "true");

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values("build_property.TheThingsStackServices", services);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Marked;
    }

    private sealed class Values(string name, string text) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == name ? text : null;
            return value is not null;
        }
    }
}
