using TheThingsStack.Package.Tests.Infrastructure;

namespace TheThingsStack.Package.Tests;

/// <summary>What is wrong in a project is said once, and by the package.</summary>
public sealed class FaultTests(Feed feed) : PackageTest(feed)
{
    [Fact]
    public void Project_ForAnOlderFramework_IsOneError()
    {
        var project = Feed.Workspace("fault-framework")
            .AddProject("App.csproj", "<TargetFramework>netstandard2.0</TargetFramework><LangVersion>12</LangVersion><ImplicitUsings>disable</ImplicitUsings>")
            .Add("Program.cs", Programs.ReadDevice);

        var build = project.Dotnet("build").FailedWith("error TTS0011");

        Assert.Contains("TheThingsStack.Generators needs net8.0 or later: this project targets netstandard2.0.", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_InAnOlderLanguage_IsOneError()
    {
        var project = Feed.Workspace("fault-language")
            .AddProject("App.csproj", "<LangVersion>11.0</LangVersion>")
            .Add("Program.cs", Programs.ReadDevice);

        var build = project.Dotnet("build").FailedWith("error TTS0012");

        Assert.Contains("TheThingsStack.Generators needs C# 12: set LangVersion to 12 or later, or leave it out; this project has 11.0.", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_OfAnOlderSdk_IsOneError()
    {
        var project = Feed.Workspace("fault-sdk")
            .AddProject("App.csproj")
            .Add("Program.cs", Programs.ReadDevice);

        // What the SDK says of itself, for none so old can be had here.
        var build = project.Dotnet("build", "-p:NETCoreSdkVersion=7.0.410").FailedWith("error TTS0012");

        Assert.Contains("TheThingsStack.Generators needs the .NET SDK 8.0.100 or later: this is 7.0.410.", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_WithUnknownServices_IsToldOfTheNearestName()
    {
        var project = Feed.Workspace("fault-services")
            .AddProject("App.csproj", "<TheThingsStackServices>EndDeviceRegistry; EndDeviceRegistri, Event</TheThingsStackServices>")
            .Add("Program.cs", Programs.ReadDevice);

        var build = project.Dotnet("build").FailedWith("error TTS0008");

        Assert.Contains("TheThingsStackServices names 'EndDeviceRegistri' (did you mean 'EndDeviceRegistry'?), which the reference does not have", build.Output, StringComparison.Ordinal);
        Assert.Contains("TheThingsStackServices names 'Event' (did you mean 'Events'?), which the reference does not have", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_WithMistakes_IsToldOfEachByTheRuleForIt()
    {
        var project = Feed.Workspace("fault-masks")
            .AddProject("App.csproj", Programs.OneService)
            .Add("Program.cs", $$"""
                {{Programs.ReadDevice}}
                await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.Locations, d.Name]);
                await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.MacSettings.Rx1Delay]);
                var unknown = FieldMask<EndDevice>.Parse("nmae");
                """);

        project.Dotnet("build").FailedWith("error TTS2001", "error TTS2101", "warning TTS2205");
    }

    [Fact]
    public void Reference_WithFaults_IsToldOfAtTheirPlaces()
    {
        var project = Feed.Workspace("fault-reference")
            .AddProject("App.csproj", items: """<TheThingsStackSpec Include="api.json" />""")
            .Add("Program.cs", "Console.WriteLine();")
            .Add("api.json", """
                { "swagger": "2.0", "paths": {
                  "/a": { "get": { "operationId": "Things_Get", "operationId": "Things_Get", "tags": ["Things"], "responses": { "200": { "schema": { "$ref": "#/definitions/None" } } } } } } }
                """);

        var build = project.Dotnet("build");

        Assert.Equal(["warning TTS0003", "warning TTS0004"], build.Messages.Order());
        Assert.Contains("api.json(2,", build.Output, StringComparison.Ordinal);
    }
}
