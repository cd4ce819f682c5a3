using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Generators;

namespace TheThingsStack.Completion.Tests;

/// <summary>The completion of an editor, in a project that refers to the provider as it would to the package.</summary>
internal static class Editor
{
    private const string Caret = "$$";

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly Lazy<MetadataReference[]> Runtime = new(static () =>
    [
        .. Basic.Reference.Assemblies.Net100.References.All,
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Microsoft.Extensions.*.dll").Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(FieldMask).Assembly.Location),
    ]);

    private static readonly Lazy<Project> Empty = new(MakeProject);

    /// <summary>A file of a project, and the place that is marked in it.</summary>
    public static (Document Document, int Position) Open(string code)
    {
        var position = code.IndexOf(Caret, StringComparison.Ordinal);
        return (Empty.Value.AddDocument("Program.cs", code.Remove(position, Caret.Length)), position);
    }

    /// <summary>What this provider offers after something was typed; empty where it offers nothing.</summary>
    public static async Task<IReadOnlyList<CompletionItem>> Complete(string code, char? typed = null)
    {
        var (document, position) = Open(code);
        return await Complete(document, position, typed);
    }

    public static async Task<IReadOnlyList<CompletionItem>> Complete(Document document, int position, char? typed = null)
    {
        var trigger = typed is { } c ? CompletionTrigger.CreateInsertionTrigger(c) : CompletionTrigger.Invoke;
        var list = await CompletionService.GetService(document)!.GetCompletionsAsync(document, position, trigger);
        return [.. list.ItemsList.Where(static item => item.Properties.ContainsKey("Path"))];
    }

    /// <summary>Whether typing a character opens the list of this provider.</summary>
    public static async Task<bool> Opens(string code, char typed) => (await Complete(code, typed)).Count > 0;

    /// <summary>The code after an item was chosen.</summary>
    public static async Task<string> Choose(string code, string item)
    {
        var (document, position) = Open(code);
        var chosen = (await Complete(document, position)).Single(i => i.DisplayText == item);
        var change = await CompletionService.GetService(document)!.GetChangeAsync(document, chosen);
        return (await document.GetTextAsync()).WithChanges(change.TextChange).ToString();
    }

    public static async Task<string> Describe(string code, string item)
    {
        var (document, position) = Open(code);
        var chosen = (await Complete(document, position)).Single(i => i.DisplayText == item);
        return (await CompletionService.GetService(document)!.GetDescriptionAsync(document, chosen))!.Text;
    }

    private static Project MakeProject()
    {
        var provider = new AnalyzerFileReference(typeof(FieldMaskCompletion).Assembly.Location, new Loader());
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "User", "User", LanguageNames.CSharp, compilationOptions: Options, parseOptions: Parse,
            metadataReferences: [.. Runtime.Value, Client()], analyzerReferences: [provider]);
        return new AdhocWorkspace(MefHostServices.DefaultHost).AddProject(project).AddDocument("Usings.cs", """
            global using System;
            global using System.Diagnostics.CodeAnalysis;
            global using TheThingsStack;
            global using TheThingsStack.V3;
            """).Project;
    }

    /// <summary>The client of two services, with its documentation.</summary>
    private static PortableExecutableReference Client()
    {
        var empty = CSharpCompilation.Create("Client", [CSharpSyntaxTree.ParseText("", Parse)], Runtime.Value, Options);
        CSharpGeneratorDriver.Create([new ClientGenerator().AsSourceGenerator()], parseOptions: Parse, optionsProvider: new Services("EndDeviceRegistry|ApplicationRegistry"))
            .RunGeneratorsAndUpdateCompilation(empty, out var output, out _);
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = output.Emit(assembly, xmlDocumentationStream: documentation);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(5)));
        return MetadataReference.CreateFromImage(assembly.ToArray(), documentation: XmlDocumentationProvider.CreateFromBytes(documentation.ToArray()));
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => AssemblyLoadContext.Default.LoadFromAssemblyPath(fullPath);
    }

    private sealed class Services(string names) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(names);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(string names) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.TheThingsStackServices" ? names : null;
                return value is not null;
            }
        }
    }
}
