using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TheThingsStack.Generators;

/// <summary>What the project can compile.</summary>
/// <param name="HasLanguage">Whether its language version has collection expressions, which masks are written in.</param>
/// <param name="HasRuntime">Whether it refers to the runtime library.</param>
internal sealed record ProjectCapabilities(bool HasLanguage, bool HasRuntime)
{
    private const string RuntimeAssembly = "TheThingsStack";

    public static IncrementalValueProvider<ProjectCapabilities> Of(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider.Select(static (compilation, _) => new ProjectCapabilities(
            compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp12 },
            compilation.ReferencedAssemblyNames.Any(static name => name.Name == RuntimeAssembly)));
}
