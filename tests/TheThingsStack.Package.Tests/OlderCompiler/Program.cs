// Loads the analyzer assemblies of a folder with the compiler's own loader, as the command-line compiler does, compiles a file with them,
// and prints what came of it: OlderCompiler FOLDER FILE
//
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

Console.WriteLine($"compiler {typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(2)} on .NET {Environment.Version.Major}");

var loader = Loader();
var files = Directory.GetFiles(args[0], "*.dll").Select(path => new AnalyzerFileReference(path, loader)).ToList();
foreach (var file in files)
{
    loader.AddDependencyLocation(file.FullPath);
    file.AnalyzerLoadFailed += (_, e) => Console.WriteLine($"not loaded: {file.Display}: {e.Message}");
}

var generators = files.SelectMany(f => f.GetGenerators(LanguageNames.CSharp)).ToList();
var analyzers = files.SelectMany(f => f.GetAnalyzers(LanguageNames.CSharp)).ToImmutableArray();
Console.WriteLine($"{generators.Count} generator, {(analyzers.Length > 0 ? "analyzers" : "no analyzers")}");

var parse = new CSharpParseOptions(LanguageVersion.CSharp12);
var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
var compilation = CSharpCompilation.Create(
    "User", [CSharpSyntaxTree.ParseText(File.ReadAllText(args[1]), parse, args[1])], references,
    // A framework newer than the one that a library was built for is no matter: the SDK switches these off too.
    new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions:
        [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

CSharpGeneratorDriver.Create(generators, parseOptions: parse).RunGeneratorsAndUpdateCompilation(compilation, out var output, out var generation);
Print(generation);
using var assembly = new MemoryStream();
Print(output.Emit(assembly).Diagnostics);
Print(await output.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync());
Console.WriteLine($"{(output.GetTypeByMetadataName("TheThingsStack.V3.TheThingsStackClient") is null ? "no client" : "a client")}, {(assembly.Length > 0 ? "an assembly" : "no assembly")}");

static void Print(ImmutableArray<Diagnostic> diagnostics)
{
    foreach (var diagnostic in diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning))
        Console.WriteLine($"{diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage()}");
}

static IAnalyzerAssemblyLoader Loader()
{
    var roslyn = typeof(Compilation).Assembly;
    var type = roslyn.GetType("Microsoft.CodeAnalysis.DefaultAnalyzerAssemblyLoader") ?? roslyn.GetType("Microsoft.CodeAnalysis.AnalyzerAssemblyLoader")!;
    return (IAnalyzerAssemblyLoader)type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])!.Invoke([]);
}
