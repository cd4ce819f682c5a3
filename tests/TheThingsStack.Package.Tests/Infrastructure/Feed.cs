using System.Globalization;

namespace TheThingsStack.Package.Tests.Infrastructure;

/// <summary>
/// The packages, made once by the command that the README names, in a folder that is a package source; and what is needed to use them there:
/// a place for temporary projects, and a folder of its own for unpacked packages.
/// </summary>
public sealed class Feed : IDisposable
{
    private static readonly string[] Projects = ["src/TheThingsStack", "src/TheThingsStack.Emulator"];

    private readonly string _machinePackages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public Feed()
    {
        Root = Directory.CreateTempSubdirectory("package-tests-").FullName;
        // Nobody else has this version: nothing stale is taken for it.
        Version = $"{Repository.Version}-test.{DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}";
        CommandLine = new(new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(Root, "packages"),
            ["UseSharedCompilation"] = "true",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_NOLOGO"] = "1",
        });
        Folder = Pack("feed", Repository.Root, sharedCompilation: true);
        // The machine's own sources stay as they are, and what it has unpacked already is not fetched again.
        File.WriteAllText(Path.Combine(Root, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="package-tests" value="{Folder}" /></packageSources>
              <fallbackPackageFolders>{(Directory.Exists(_machinePackages) ? $"""<add key="machine" value="{_machinePackages}" />""" : "")}</fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>The folder that everything temporary is in.</summary>
    public string Root { get; }

    /// <summary>The version of the packages.</summary>
    public string Version { get; }

    /// <summary>The folder with the packages.</summary>
    public string Folder { get; }

    internal CommandLine CommandLine { get; }

    /// <summary>Makes the packages from clean.</summary>
    /// <param name="name">The name of the folder that they are put in.</param>
    /// <param name="sources">The folder of the repository, or of a copy of it.</param>
    /// <param name="sharedCompilation">Whether one compiler process serves all.</param>
    /// <returns>The folder that they are in.</returns>
    internal string Pack(string name, string sources, bool sharedCompilation)
    {
        var folder = Path.Combine(Root, name);
        var build = Path.Combine(sources, "artifacts", "package-tests");
        if (Directory.Exists(build))
            Directory.Delete(build, recursive: true);
        var machine = new CommandLine(new Dictionary<string, string> { ["UseSharedCompilation"] = $"{sharedCompilation}", ["DOTNET_CLI_UI_LANGUAGE"] = "en" });
        foreach (var project in Projects)
            machine.Run(sources, "dotnet", "pack", project, "-o", folder, "--artifacts-path", build, $"-p:PackageVersion={Version}").Clean();
        return folder;
    }

    internal string Package(string id) => Path.Combine(Folder, $"{id}.{Version}.nupkg");

    /// <summary>Where a package is once a project has been restored with it.</summary>
    internal string Unpacked(string id) => Path.Combine(Root, "packages", id.ToLowerInvariant(), Version);

    /// <summary>A folder for projects, where both packages can be had.</summary>
    internal Workspace Workspace(string name) => new(this, name);

    /// <summary>Runs a command on a sample that is built from the packages, in place but with its output elsewhere.</summary>
    internal PackedSample Sample(string name) => new(this, name, _machinePackages);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>All tests share one feed, and run one after the other.</summary>
[CollectionDefinition(nameof(Feed))]
public sealed class FeedCollection : ICollectionFixture<Feed>;
