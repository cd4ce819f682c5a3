using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>Bad input: exit code 2, a message that says what and where, and a spec that is as it was.</summary>
public sealed class ErrorTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("No command")]
    [InlineData("No such command: polish.", "polish")]
    [InlineData("refresh takes one file", "refresh")]
    [InlineData("refresh takes one file", "refresh", "a.json", "b.json")]
    [InlineData("--facts needs a value.", "refresh", "a.json", "--facts")]
    [InlineData("--spec needs a value.", "refresh", "a.json", "--spec", "--facts", "x")]
    [InlineData("--spec is given twice.", "check", "--spec", "a", "--spec", "b")]
    [InlineData("No such option here: --colour.", "refresh", "a.json", "--colour", "red")]
    [InlineData("No such option here: --facts.", "check", "--facts", "x")]
    [InlineData("check takes no file.", "check", "a.json")]
    [InlineData("routes takes no file.", "routes", "a.json")]
    [InlineData("nowhere.json: cannot be read", "refresh", "nowhere.json")]
    [InlineData("nowhere: there is no spec here.", "check", "--spec", "nowhere")]
    public void Arguments_ThatAreWrong_EndWithAMessage(string expected, params string[] args)
    {
        var (code, output, error) = Workspace.Run(args);

        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("refresh", "--help")]
    public void Help_WhenAskedFor_IsPrinted(params string[] args)
    {
        var (code, output, error) = Workspace.Run(args);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("refresh <upstream.json> [--facts <folder>]", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"swagger\": \"2.0\",\n  \"paths\": }", "upstream.json(2,12): not valid JSON")]
    [InlineData("{ \"swagger\": \"2.0\", \"swagger\": \"2.0\" }", "not valid JSON")]
    [InlineData("[]", "a JSON object was expected")]
    [InlineData("{ \"openapi\": \"3.1.0\", \"paths\": {} }", "not a Swagger 2.0 document")]
    [InlineData("{ \"swagger\": \"2.0\", \"definitions\": {} }", "the document has no paths")]
    [InlineData("{ \"swagger\": \"2.0\", \"paths\": {} }", "the document has no definitions")]
    public void Reference_ThatIsNone_IsRefusedAndNothingIsWritten(string text, string expected)
    {
        File.WriteAllText(_work.Upstream, text);

        Fails(expected);
        Assert.False(Directory.Exists(_work.Spec));
    }

    [Fact]
    public void Reference_WithAFault_IsRefusedWithItsPlace()
    {
        Faulty(u => Post(u).Remove("operationId"), "POST /applications/{application_id}/things: no operationId.");
        Faulty(u => Post(u).Remove("tags"), "POST /applications/{application_id}/things: no tag that names the service.");
        Faulty(u => Post(u)["operationId"] = "ThingRegistry_Set", "the operationId ThingRegistry_Set occurs more than once.");
        Faulty(u => Post(u)["parameters"]![0]!["in"] = "header", "the parameter application_id is neither in the path nor in the query.");
        Faulty(u => u["definitions"]!["xv3Thing"] = new JsonObject(), "the definitions v3Thing and xv3Thing would both be called Thing.");
        Faulty(u => u["definitions"]!["v3Eui64"] = new JsonObject(), "Upstream defines v3Eui64, but Eui64 is the name of a type of our own.");
        Faulty(u => u["definitions"]!["v3Thing"]!["properties"]!["name"] = new JsonObject { ["$ref"] = "#/definitions/v3Nothing" }, "would refer to what upstream does not define: Nothing.");
        Faulty(u => u["definitions"]!["v3Thing"]!["properties"]!["name"] = new JsonObject { ["$ref"] = "other.json#/x" }, "The reference other.json#/x does not name a definition of the document.");
    }

    [Fact]
    public void Facts_WithAFault_AreRefused()
    {
        Fails("no such folder", "--facts", Path.Combine(_work.Facts, "nowhere"));
        FaultyFact("field-types.json", f => f["messages"]!["Thing"]!["fields"]!["name"]!["json"] = "riddle", "an encoding called riddle that this tool does not know");
        FaultyFact("field-types.json", f => f["messages"]!["Thing"]!["fields"]!["name"]!["validate"]!["string"]!["rhymes"] = true, "a check called rhymes that this tool does not know");
        FaultyFact("field-types.json", f => f["messages"]!["ThingIdentifiers"]!["fields"]!["gateway_eui"]!["hex_bytes"] = 7, "a field gateway_eui of 7 bytes, for which there is no type");
        FaultyFact("field-types.json", f => f.Remove("messages"), "The facts of field-types.json lack \"messages\".");
        FaultyFact("field-types.json", f => f["messages"]!["Thing"]!["fields"]!["name"]!.AsObject().Remove("kind"), "The facts of Thing.name lack \"kind\".");
        FaultyFact("field-types.json", f => f["enums"]!["Kind"]!["values"]![0]!["number"] = "zero", "The facts of Kind lack \"number\".");
        FaultyFact("rpc-http.json", f => f["/x.ThingRegistry/List"]!.AsObject().Remove("request"), "The facts of /x.ThingRegistry/List lack \"request\".");
        FaultyFact("rpc-field-masks.json", f => f["rpcs"]!["ThingRegistry/Set"]!["allowed"] = 1, "The facts of ThingRegistry/Set lack \"allowed\".");
        FaultyFact("rpc-field-masks.json", f => f.Remove("stack_version"), "rpc-field-masks.json has no stack_version");
        FaultyFact("rpc-field-masks.json", f => f["rpcs"]!["ThingRegistry/List"]!["message"] = "Riddle", "does not define Riddle, which a mask selects from");
    }

    [Fact]
    public void Refresh_WithoutFactsAndRules_SaysWhatIsMissing() =>
        Fails("there are no rules to keep: name the facts with --facts", "--spec", _work.Spec);

    [Fact]
    public void Refresh_ThatCannotWriteTheSecondFile_RestoresTheFirst()
    {
        _work.Refresh();
        var before = (_work.OpenApiText, _work.RoutesText);
        _work.EditUpstream(u => u["definitions"]!["v3Kind"]!["enum"]!.AsArray().Add("KIND_C"));
        // A folder in the place of the second file: reading finds no file, moving there fails.
        File.Delete(_work.RulesPath);
        Directory.CreateDirectory(Path.Combine(_work.RulesPath, "in the way"));

        Fails("cannot be written", "--facts", _work.Facts, "--spec", _work.Spec);

        Assert.Equal(before, (_work.OpenApiText, _work.RoutesText));
        Assert.Equal([_work.OpenApiPath, _work.RoutesPath], Directory.GetFiles(_work.Spec).Order(StringComparer.Ordinal));
    }

    private static JsonObject Post(JsonObject upstream) => upstream["paths"]!["/applications/{application_id}/things"]!["post"]!.AsObject();

    private void Faulty(Action<JsonObject> edit, string expected)
    {
        var good = File.ReadAllText(_work.Upstream);
        _work.EditUpstream(edit);
        Fails(expected, "--facts", _work.Facts, "--spec", _work.Spec);
        Assert.False(Directory.Exists(_work.Spec));
        File.WriteAllText(_work.Upstream, good);
    }

    private void FaultyFact(string file, Action<JsonObject> edit, string expected)
    {
        var path = Path.Combine(_work.Facts, file);
        var good = File.ReadAllText(path);
        _work.EditFact(file, edit);
        Fails(expected, "--facts", _work.Facts, "--spec", _work.Spec);
        File.WriteAllText(path, good);
    }

    private void Fails(string expected, params string[] more)
    {
        var (code, output, error) = Workspace.Run(["refresh", _work.Upstream, .. more]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }
}
