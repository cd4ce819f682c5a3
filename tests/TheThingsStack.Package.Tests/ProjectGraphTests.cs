using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TheThingsStack.Package.Tests.Infrastructure;

namespace TheThingsStack.Package.Tests;

public sealed class ProjectGraphTests(Feed feed) : PackageTest(feed)
{
    private const string OwnReference = """
        {
          "openapi": "3.0.3",
          "paths": { "/rooms/{room_id}": { "get": {
            "operationId": "Rooms_Get", "tags": ["Rooms"],
            "parameters": [{ "name": "room_id", "in": "path", "required": true, "schema": { "type": "string" } }],
            "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Room" } } } } } } } },
          "components": { "schemas": { "Room": { "type": "object", "properties": { "room_id": { "type": "string" } } } } }
        }
        """;

    [Fact]
    public async Task Library_UsedByAProject_HasTheOnlyClientAndBothAreAnalyzed()
    {
        var projects = Feed.Workspace("library")
            .AddProject("Library/Library.csproj", $"<OutputType>Library</OutputType>{Programs.OneService}")
            .Add("Library/Devices.cs", """
                using TheThingsStack.V3;

                namespace Library;

                public static class Devices
                {
                #if MISTAKE
                    public static Task<EndDevice> ReadAsync(TheThingsStackClient stack) => stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.Locations, d.Name]);
                #endif
                }
                """)
            .Add("App/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
                  <ItemGroup><ProjectReference Include="../Library/Library.csproj" /></ItemGroup>
                </Project>
                """)
            .Add("App/Program.cs", $$"""
                {{Programs.ReadDevice}}
                #if MISTAKE
                await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.Locations, d.Name]);
                #endif
                """);

        projects.Dotnet("build", "App").Clean();

        Assert.True(HasClient(projects.Path("Library/bin/Debug/net10.0/Library.dll")));
        Assert.False(HasClient(projects.Path("App/bin/Debug/net10.0/App.dll")));
        await AssertReadsDeviceAsync("dev1 read by .NETCoreApp,Version=v10.0 on 10", args => projects.Dotnet(["App/bin/Debug/net10.0/App.dll", .. args]));

        var mistaken = projects.Dotnet("build", "App", "-p:DefineConstants=MISTAKE");
        Assert.Equal(["warning TTS2205"], mistaken.Messages);
        Assert.Contains("Devices.cs(", mistaken.Output, StringComparison.Ordinal);
        Assert.Contains("Program.cs(", mistaken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Solution_WithCentralVersionsAndTwoReferences_HasAClientOfEach()
    {
        var solution = Feed.Workspace("solution")
            .Add("Two.slnx", """<Solution><Project Path="Devices/Devices.csproj" /><Project Path="Rooms/Rooms.csproj" /></Solution>""")
            .Add("Directory.Packages.props", """
                <Project>
                  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                  <ItemGroup><PackageVersion Include="TheThingsStack.Generators" Version="VERSION" /></ItemGroup>
                </Project>
                """)
            .Add("Directory.Build.props", """
                <Project>
                  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
                  <ItemGroup><PackageReference Include="TheThingsStack.Generators" /></ItemGroup>
                </Project>
                """)
            .Add("Devices/Devices.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{Programs.OneService}</PropertyGroup></Project>""")
            .Add("Devices/Program.cs", Programs.ReadDevice)
            .Add("Rooms/Rooms.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><TheThingsStackSpec Include="rooms.json" /></ItemGroup></Project>""")
            .Add("Rooms/rooms.json", OwnReference)
            .Add("Rooms/Program.cs", """
                using TheThingsStack.V3;

                using var stack = new TheThingsStackClient(new() { Address = "rooms.example.com", ApiKey = "key", UserAgent = new("package-tests", "1.0.0") });
                Func<string, Task<Room>> get = id => stack.Rooms.GetAsync(id);
                Console.WriteLine(get.Method.ReturnType);
                """);

        solution.Dotnet("build").Clean();

        await AssertReadsDeviceAsync("dev1 read by .NETCoreApp,Version=v10.0 on 10", args => solution.Dotnet(["Devices/bin/Debug/net10.0/Devices.dll", .. args]));
        Assert.Contains("TheThingsStack.V3.Room", solution.Dotnet("Rooms/bin/Debug/net10.0/Rooms.dll").Clean().Output, StringComparison.Ordinal);
    }

    private static bool HasClient(string path)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        var reader = assembly.GetMetadataReader();
        return reader.TypeDefinitions.Select(reader.GetTypeDefinition).Any(t => reader.GetString(t.Name) == "TheThingsStackClient");
    }
}
