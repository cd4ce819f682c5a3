using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>Where the repository and the inputs beside it are.</summary>
internal static class SharedFolder
{
    private const string Solution = "Generators.sln";
    private const string Reference = "the-things-stack-3.32.1.swagger.json";

    public static string Repository { get; } = Upwards(AppContext.BaseDirectory).First(d => File.Exists(Path.Combine(d, Solution)));

    public static string Spec { get; } = Path.Combine(Repository, "spec");

    public static string? Root { get; } = Upwards(Repository)
        .Select(d => Path.Combine(d, "shared"))
        .FirstOrDefault(d => File.Exists(Path.Combine(d, "reference", Reference)));

    public static string UpstreamPath => Path.Combine(Root!, "reference", Reference);

    public static string FactsPath => Path.Combine(Root!, "facts");

    public static JsonObject Upstream() => Json(UpstreamPath);

    public static JsonObject Fact(string file) => Json(Path.Combine(FactsPath, file));

    public static JsonObject OpenApi() => Json(Path.Combine(Spec, "the-things-stack.openapi.json"));

    public static JsonObject Rules() => Json(Path.Combine(Spec, "the-things-stack.rules.json"));

    private static JsonObject Json(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();

    private static IEnumerable<string> Upwards(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
            yield return directory.FullName;
    }
}

/// <summary>A test that needs the inputs beside the repository; skipped with the reason where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedFolder.Root is null)
            Skip = "The folder ../shared with upstream's reference and the facts is not here.";
    }
}
