using Microsoft.CodeAnalysis;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>What user code is compiled against; shared, so that the compiler reads it once.</summary>
internal static class Framework
{
    private static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(FieldMask).Assembly.Location);
    private static readonly Lazy<MetadataReference> RuntimeForNet8 = new(static () => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "net8.0", "TheThingsStack.dll")));

    public static IEnumerable<MetadataReference> References(bool net8 = false, bool hasRuntime = true)
    {
        IEnumerable<MetadataReference> framework = net8 ? Basic.Reference.Assemblies.Net80.References.All : Basic.Reference.Assemblies.Net100.References.All;
        return hasRuntime ? framework.Append(net8 ? RuntimeForNet8.Value : Runtime) : framework;
    }
}
