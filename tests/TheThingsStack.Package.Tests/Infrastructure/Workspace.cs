namespace TheThingsStack.Package.Tests.Infrastructure;

/// <summary>A folder outside of the repository, with the projects of a stranger.</summary>
internal sealed class Workspace
{
    private readonly Feed _feed;

    public Workspace(Feed feed, string name)
    {
        _feed = feed;
        Folder = Directory.CreateDirectory(System.IO.Path.Combine(feed.Root, "projects", name)).FullName;
    }

    public string Folder { get; }

    public string Path(string relative) => System.IO.Path.Combine(Folder, relative);

    /// <summary>Writes a file; <c>VERSION</c> in it stands for the version of the packages.</summary>
    public Workspace Add(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(path))!);
        File.WriteAllText(Path(path), text.Replace("VERSION", _feed.Version, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Writes a project that has the package of the generator.</summary>
    /// <param name="path">The project file.</param>
    /// <param name="properties">What else is in its property group.</param>
    /// <param name="items">What else is in its item group.</param>
    public Workspace AddProject(string path, string properties = "", string items = "") => Add(path, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <RollForward>Major</RollForward>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="TheThingsStack.Generators" Version="VERSION" />
            {items}
          </ItemGroup>
        </Project>
        """);

    public CommandResult Dotnet(params IEnumerable<string> arguments) => _feed.CommandLine.Run(Folder, "dotnet", arguments);

    public CommandResult Run(string program, params IEnumerable<string> arguments) => _feed.CommandLine.Run(Folder, program, arguments);
}
