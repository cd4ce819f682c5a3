using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TheThingsStack.Analyzers.Api;

namespace TheThingsStack.Analyzers.Tests.Infrastructure;

/// <summary>A user's project: the framework, the runtime library, and the client of the whole reference in an assembly beside it.</summary>
internal static class UserProject
{
    /// <summary>What every file of a test may use without saying so.</summary>
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TheThingsStack;
        global using TheThingsStack.V3;
        """;

    public static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    public static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly Lazy<MetadataReference[]> Bare = new(static () =>
    [
        .. Directory.EnumerateFiles(
            typeof(UserProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Framework").Value!, "*.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ]);

    private static readonly Lazy<MetadataReference[]> Runtime = new(static () =>
    [
        .. Bare.Value,
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Microsoft.Extensions.*.dll").Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(FieldMask).Assembly.Location),
    ]);

    private static readonly Lazy<MetadataReference[]> All = new(static () => [.. Runtime.Value, MetadataReference.CreateFromFile(typeof(V3.EndDevice).Assembly.Location)]);

    /// <summary>Every analyzer of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [.. typeof(ApiSymbols).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>The framework, the runtime library and the client.</summary>
    public static IReadOnlyList<MetadataReference> References => All.Value;

    /// <summary>The framework alone.</summary>
    public static IEnumerable<MetadataReference> Framework => Bare.Value;

    /// <summary>The framework, and the libraries that come with the runtime library.</summary>
    public static IEnumerable<MetadataReference> ReferencesWithoutClient => Runtime.Value;

    public static CSharpCompilation Compile(params IEnumerable<string> sources)
    {
        SyntaxTree[] trees = [.. sources.Prepend(Usings).Select(static (source, i) => CSharpSyntaxTree.ParseText(source, Parse, $"{i}.cs"))];
        var isProgram = trees.Any(static tree => tree.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any());
        return CSharpCompilation.Create("User", trees, References, isProgram ? Options.WithOutputKind(OutputKind.ConsoleApplication) : Options);
    }

    /// <summary>Everything that the analyzers have to say about a compilation.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Analyze(Compilation compilation, AnalyzerOptions? options = null)
    {
        // The driver swallows what is thrown here, too.
        var failures = new ConcurrentQueue<string>();
        var analysis = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            options ?? new([]), (e, analyzer, _) => failures.Enqueue($"{analyzer} failed: {e}"), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var found = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.True(failures.IsEmpty, string.Join("\n", failures));
        return [.. found.OrderBy(static d => d.Location.SourceSpan.Start).ThenBy(static d => d.Id)];
    }
}
