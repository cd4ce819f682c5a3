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

    /// <summary>Copies what the packages are made of to another folder, which is then a checkout of the same commit.</summary>
    public static void CopySources(string folder)
    {
        CopyFiles(Root, folder);
        foreach (var name in (string[])["src", "spec"])
            CopyTree(Path(name), System.IO.Path.Combine(folder, name));
        // In a worktree it is a file, which is copied already.
        if (Directory.Exists(Path(".git")))
            File.WriteAllText(System.IO.Path.Combine(folder, ".git"), $"gitdir: {Path(".git")}\n");
    }

    private static void CopyTree(string from, string to)
    {
        CopyFiles(from, to);
        foreach (var folder in Directory.GetDirectories(from).Select(static f => System.IO.Path.GetFileName(f)).Except(["bin", "obj"]))
            CopyTree(System.IO.Path.Combine(from, folder), System.IO.Path.Combine(to, folder));
    }

    private static void CopyFiles(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
    }
}
