using Microsoft.CodeAnalysis;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>What user code is compiled against; shared, so that the compiler reads it once.</summary>
internal static class Framework
{
    private static readonly Lazy<MetadataReference[]> Runtime = new(static () => Library(AppContext.BaseDirectory));
    private static readonly Lazy<MetadataReference[]> RuntimeForNet8 = new(static () => Library(Path.Combine(AppContext.BaseDirectory, "net8.0")));

    public static IEnumerable<MetadataReference> References(bool net8 = false, bool hasRuntime = true)
    {
        IEnumerable<MetadataReference> framework = net8 ? Basic.Reference.Assemblies.Net80.References.All : Basic.Reference.Assemblies.Net100.References.All;
        return hasRuntime ? framework.Concat(net8 ? RuntimeForNet8.Value : Runtime.Value) : framework;
    }

    // The runtime library, and the packages that come with it.
    private static MetadataReference[] Library(string folder) =>
        [.. Directory.EnumerateFiles(folder, "Microsoft.Extensions.*.dll").Append(Path.Combine(folder, "TheThingsStack.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path))];
}
