using System.Reflection;

namespace TheThingsStack.Package.Tests.Infrastructure;

/// <summary>The sources that the packages are made of.</summary>
internal static class Repository
{
    private static readonly Dictionary<string, string> Metadata =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(m => m.Key, m => m.Value!);

    public static string Root { get; } = Metadata["RepositoryDirectory"];

    /// <summary>The version of the assemblies that are packed.</summary>
    public static string Version { get; } = Metadata["Version"];

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);
}
