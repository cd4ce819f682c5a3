using System.Reflection.Metadata;
using TheThingsStack.Package.Tests.Infrastructure;

namespace TheThingsStack.Package.Tests;

/// <summary>What the compiler loads out of the package must find all that it refers to, in the oldest compiler too.</summary>
public sealed class CompilerAssemblyTests(Feed feed) : PackageTest(feed)
{
    private const string Compiler = "analyzers/dotnet/cs/";

    /// <summary>What Roslyn 4.8 has at hand, in the .NET SDK 8.0.100 and in Visual Studio 17.8.</summary>
    private static readonly Dictionary<string, Version> OldestHost = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
    };

    /// <summary>What editors have besides, but not the compiler: only fixes and the like may refer to it.</summary>
    private static readonly Dictionary<string, Version> OldestEditor = new(OldestHost)
    {
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
        ["System.Composition.AttributedModel"] = new(8, 0, 0, 0),
    };

    /// <summary>Completion needs a newer editor, and is left alone by an older one.</summary>
    private static readonly Dictionary<string, Version> CompletionHost = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.Features"] = new(4, 14, 0, 0),
        ["System.Collections.Immutable"] = new(9, 0, 0, 0),
        ["System.Composition.AttributedModel"] = new(9, 0, 0, 0),
    };

    private static readonly string[] EditorOnly = ["TheThingsStack.CodeFixes", "TheThingsStack.Completion"];

    [Fact]
    public void CompilerAssemblies_References_AreBesideThemOrInTheOldestHost()
    {
        using var package = new PackedFile(Feed.Package("TheThingsStack.Generators"));
        var packed = package.Files.Where(static f => f.StartsWith(Compiler, StringComparison.Ordinal)).ToDictionary(static f => Path.GetFileNameWithoutExtension(f)!, static f => f);
        Dictionary<string, Version> versions = [];
        List<(string From, string To, Version Version)> references = [];
        foreach (var (name, file) in packed)
        {
            using var assembly = package.Assembly(file);
            var reader = assembly.GetMetadataReader();
            versions[name] = reader.GetAssemblyDefinition().Version;
            references.AddRange(reader.AssemblyReferences.Select(reader.GetAssemblyReference).Select(r => (name, reader.GetString(r.Name), r.Version)));
        }

        Assert.DoesNotContain(packed.Keys, static n => n.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.Empty(references.Where(r => !IsThere(r)).Select(static r => $"{r.From} refers to {r.To} {r.Version}"));

        bool IsThere((string From, string To, Version Version) r) =>
            (versions.TryGetValue(r.To, out var there) && r.Version <= there && (r.From == r.To || !EditorOnly.Contains(r.To)))
            || (HostOf(r.From).TryGetValue(r.To, out var most) && r.Version <= most);
    }

    private static Dictionary<string, Version> HostOf(string assembly) => assembly switch
    {
        "TheThingsStack.CodeFixes" => OldestEditor,
        "TheThingsStack.Completion" => CompletionHost,
        _ => OldestHost,
    };
}
