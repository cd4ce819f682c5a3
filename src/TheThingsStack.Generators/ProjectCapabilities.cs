using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TheThingsStack.Generators.Emitting;

namespace TheThingsStack.Generators;

/// <summary>What the project can compile, and what it has already.</summary>
/// <param name="HasLanguage">Whether its language version has collection expressions, which masks are written in.</param>
/// <param name="HasRuntime">Whether it refers to the runtime library.</param>
/// <param name="ClientFrom">The referenced assembly that has a client, for a second one would hide its types; null if there is none.</param>
internal sealed record ProjectCapabilities(bool HasLanguage, bool HasRuntime, string? ClientFrom = null)
{
    private const string RuntimeAssembly = "TheThingsStack";
    private const string Client = $"{GeneratedCode.Namespace}.TheThingsStackClient";

    public static IncrementalValueProvider<ProjectCapabilities> Of(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider.Select(static (compilation, _) => new ProjectCapabilities(
            compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp12 },
            compilation.ReferencedAssemblyNames.Any(static name => name.Name == RuntimeAssembly),
            FindClient(compilation)));

    private static string? FindClient(Compilation compilation) => compilation.GetTypesByMetadataName(Client)
        .Where(type => type.DeclaredAccessibility == Accessibility.Public && IsInSight(compilation, type.ContainingAssembly))
        .Select(static type => type.ContainingAssembly.Name)
        .OrderBy(static name => name, StringComparer.Ordinal)
        .FirstOrDefault();

    // What is referred to by an extern alias only hides nothing.
    private static bool IsInSight(Compilation compilation, IAssemblySymbol assembly) =>
        compilation.GetMetadataReference(assembly) is { } reference
        && (reference.Properties.Aliases.IsEmpty || reference.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias));
}
