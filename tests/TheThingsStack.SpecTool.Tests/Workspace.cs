using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>A folder of its own with a small reference, its facts and a spec, and the tool to run on them.</summary>
internal sealed class Workspace : IDisposable
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures");
    private readonly string _root = Directory.CreateTempSubdirectory("spectool").FullName;

    public Workspace()
    {
        File.Copy(Path.Combine(Fixtures, "upstream.json"), Upstream);
        Directory.CreateDirectory(Facts);
        foreach (var file in Directory.GetFiles(Path.Combine(Fixtures, "facts")))
            File.Copy(file, Path.Combine(Facts, Path.GetFileName(file)));
    }

    public string Upstream => Path.Combine(_root, "upstream.json");

    public string Facts => Path.Combine(_root, "facts");

    public string Spec => Path.Combine(_root, "spec");

    public string OpenApiPath => Path.Combine(Spec, "the-things-stack.openapi.json");

    public string RulesPath => Path.Combine(Spec, "the-things-stack.rules.json");

    public string RoutesPath => Path.Combine(Spec, "the-things-stack.routes.txt");

    public string OpenApiText => File.ReadAllText(OpenApiPath);

    public string RulesText => File.ReadAllText(RulesPath);

    public string RoutesText => File.ReadAllText(RoutesPath);

    public JsonObject OpenApi => JsonNode.Parse(OpenApiText)!.AsObject();

    public JsonObject Rules => JsonNode.Parse(RulesText)!.AsObject();

    /// <summary>Refreshes with the facts and expects that it works.</summary>
    public string Refresh(params string[] more) => Succeed(["refresh", Upstream, "--facts", Facts, "--spec", Spec, .. more]);

    /// <summary>Refreshes with the rules that are there.</summary>
    public string RefreshWithoutFacts(params string[] more) => Succeed(["refresh", Upstream, "--spec", Spec, .. more]);

    public static string Succeed(params string[] args)
    {
        var (code, output, error) = Run(args);
        Assert.Equal("", error);
        Assert.Equal(0, code);
        return output;
    }

    public static (int Code, string Output, string Error) Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = Tool.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Changes the reference.</summary>
    public void EditUpstream(Action<JsonObject> edit) => Edit(Upstream, edit);

    public void EditOpenApi(Action<JsonObject> edit) => Edit(OpenApiPath, edit);

    public void EditFact(string file, Action<JsonObject> edit) => Edit(Path.Combine(Facts, file), edit);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Edit(string path, Action<JsonObject> edit)
    {
        var document = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        edit(document);
        File.WriteAllText(path, document.ToJsonString());
    }
}
