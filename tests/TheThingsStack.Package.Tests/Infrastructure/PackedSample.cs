namespace TheThingsStack.Package.Tests.Infrastructure;

/// <summary>A sample of the repository, with the packages instead of the projects.</summary>
internal sealed class PackedSample(Feed feed, string name, string machinePackages)
{
    private readonly string _output = Path.Combine(feed.Root, "samples", name);

    public CommandResult Build(params IEnumerable<string> arguments) => Command("build", arguments);

    public CommandResult Publish(params IEnumerable<string> arguments) => Command("publish", ["-o", _output, .. arguments]);

    public CommandResult Test(params IEnumerable<string> arguments) => Command("test", arguments);

    /// <summary>Runs what was built.</summary>
    public CommandResult Run(params IEnumerable<string> arguments) =>
        feed.CommandLine.Run(feed.Root, "dotnet", [Path.Combine(_output, "artifacts", "bin", name, "debug", name + ".dll"), .. arguments]);

    /// <summary>Runs the program that was published.</summary>
    public CommandResult RunPublished(params IEnumerable<string> arguments) => feed.CommandLine.Run(feed.Root, Path.Combine(_output, name), arguments);

    private CommandResult Command(string command, IEnumerable<string> arguments) => feed.CommandLine.Run(Repository.Root, "dotnet",
    [
        command, Repository.Path($"samples/{name}"),
        "--artifacts-path", Path.Combine(_output, "artifacts"),
        $"-p:FromPackage={feed.Version}",
        $"-p:RestoreAdditionalProjectSources={feed.Folder}",
        $"-p:RestoreAdditionalProjectFallbackFolders={machinePackages}",
        .. arguments,
    ]);
}
