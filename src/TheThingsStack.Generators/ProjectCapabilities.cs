using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TheThingsStack.Generators;

/// <summary>What the project can compile, and what it has already.</summary>
/// <param name="HasLanguage">Whether its language version has collection expressions, which masks are written in.</param>
/// <param name="HasRuntime">Whether it refers to the runtime library.</param>
/// <param name="ClientFrom">The referenced assembly that has a client, for a second one would hide its types; null if there is none.</param>
internal sealed record ProjectCapabilities(bool HasLanguage, bool HasRuntime, string? ClientFrom = null)
{
    private const string RuntimeAssembly = "TheThingsStack";

    public static IncrementalValueProvider<ProjectCapabilities> Of(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider
            .Select(static (compilation, _) => (compilation.ExternalReferences, (compilation as CSharpCompilation)?.LanguageVersion))
            .Select(static (project, _) => Of(project.ExternalReferences, project.LanguageVersion));

    // The references stay one array for as long as nobody changes them, so that an edit of the user's code ends before this.
    private static ProjectCapabilities Of(ImmutableArray<MetadataReference> references, LanguageVersion? language)
    {
        var hasRuntime = false;
        string? clientFrom = null;
        foreach (var reference in references)
        {
            if (ReferencedAssembly.Of(reference) is not { } assembly)
                continue;
            hasRuntime |= assembly.Name == RuntimeAssembly;
            if (assembly.HasClient && IsInSight(reference) && (clientFrom is null || string.CompareOrdinal(assembly.Name, clientFrom) < 0))
                clientFrom = assembly.Name;
        }

        return new(language >= LanguageVersion.CSharp12, hasRuntime, clientFrom);
    }

    // What is referred to by an extern alias only hides nothing.
    private static bool IsInSight(MetadataReference reference) =>
        reference.Properties.Aliases.IsEmpty || reference.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias);
}
