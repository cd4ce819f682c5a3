namespace TheThingsStack.Completion.Tests;

/// <summary>Masks in requests that are written by hand.</summary>
public sealed class RequestCompletionTests
{
    private const string Device = "https://thethings.example.com/api/v3/applications/app1/devices/dev1";

    [Theory]
    [InlineData("\"" + Device + "?field_mask=$$\"", "name", "rx1_delay")]
    [InlineData("\"" + Device + "?field_mask=na$$\"", "name", "rx1_delay")]
    [InlineData("\"" + Device + "?field_mask=name,$$\"", "description", "rx1_delay")]
    [InlineData("\"" + Device + "?field_mask=name%2C$$\"", "description", "rx1_delay")]
    [InlineData("\"" + Device + "?limit=1&field_mask.paths=$$\"", "name", "rx1_delay")]
    [InlineData("\"" + Device + "?field_mask=name,version_ids.$$&limit=1\"", "brand_id", "name")]
    [InlineData("@\"" + Device + "?field_mask=$$\"", "name", "rx1_delay")]
    [InlineData("\"\"\"" + Device + "?field_mask=name,$$\"\"\"", "name", "rx1_delay")]
    [InlineData("$\"{address}/api/v3/applications/{app}/devices/{dev}?field_mask=$$\"", "name", "rx1_delay")]
    [InlineData("$\"{address}/api/v3/ns/applications/{app}/devices/{dev}?field_mask=mac_settings.$$\"", "rx1_delay", "name")]
    [InlineData("$\"applications/{app}/devices/{dev}?field_mask={first},na$$\"", "name", "rx1_delay")]
    [InlineData("\"https://thethings.example.com/api/v3\" + \"/applications/app1?field_mask=$$\"", "name", "version_ids")]
    [InlineData("address + \"/api/v3/applications/app1?field_mask=$$\"", "name", "version_ids")]
    public async Task Query_OffersWhatTheRpcAccepts(string url, string offered, string notOffered)
    {
        var names = await Names($"_ = {url};");
        Assert.Contains(offered, names);
        Assert.DoesNotContain(notOffered, names);
    }

    [Theory]
    [InlineData("/applications/app1/devices/dev1", "mac_settings")]
    [InlineData("/applications/app1/devices/dev1", "root_keys")]
    [InlineData("/ns/applications/app1/devices/dev1", "description")]
    public async Task Query_LeavesOutWhatTheRpcRefuses(string route, string refused)
    {
        var names = await Names($"_ = \"https://thethings.example.com/api/v3{route}?field_mask=$$\";");
        Assert.Contains("ids", names);
        Assert.DoesNotContain(refused, names);
    }

    [Theory]
    [InlineData("\"https://thethings.example.com/api/v3/nothing/app1?field_mask=$$\"")]
    [InlineData("\"https://api.example.com/users/1?field_mask=$$\"")]
    [InlineData("\"users/1?field_mask=$$\"")]
    [InlineData("\"" + Device + "?limit=$$\"")]
    [InlineData("\"" + Device + "?order=name,$$\"")]
    [InlineData("\"" + Device + "$$\"")]
    [InlineData("\"" + Device + "?field_mask=name.$$\"")]
    [InlineData("\"" + Device + "?field_mask=nmae.$$\"")]
    [InlineData("$\"" + Device + "?field_mask={first}.$$\"")]
    [InlineData("\"field_mask=$$\"")]
    [InlineData("\"$$\"")]
    public async Task OtherPlaces_OfferNoPaths(string expression) => Assert.Empty(await Names($"_ = {expression};"));

    [Theory]
    [InlineData("""{"end_device":{},"field_mask":{"paths":["$$"]}}""", "name", "rx1_delay")]
    [InlineData("""{"end_device":{},"field_mask":{"paths":["name","version_ids.$$"]}}""", "brand_id", "name")]
    [InlineData("""{"field_mask": { "paths": [ "name", "$$""", "description", "mac_settings")]
    public async Task Body_OffersWhatTheRpcAccepts(string json, string offered, string notOffered)
    {
        foreach (var body in new[] { $"new StringContent({Raw(json)})", $"new StringContent(\"{json.Replace("\"", "\\\"")}\")" })
        {
            var names = await Names($"await http.PutAsync(\"{Device}\", {body});");
            Assert.Contains(offered, names);
            Assert.DoesNotContain(notOffered, names);
        }
    }

    [Theory]
    [InlineData("new ByteArrayContent(\"{\\\"field_mask\\\":{\\\"paths\\\":[\\\"$$\\\"]}}\"u8.ToArray())")]
    [InlineData("new ByteArrayContent(\"\"\"{\"field_mask\":{\"paths\":[\"name\",\"$$\"]}}\"\"\"u8.ToArray())")]
    [InlineData("new ByteArrayContent(\"\"\"\n{\"field_mask\":{\"paths\":[\"na$$\"]}}\n\"\"\"u8.ToArray())")]
    [InlineData("JsonContent.Create(new { end_device = new { name = \"n\" }, field_mask = new { paths = new[] { \"$$\" } } })")]
    [InlineData("JsonContent.Create(new { field_mask = new { paths = new string[] { \"name\", \"de$$\" } } })")]
    [InlineData("JsonContent.Create(new { field_mask = new { paths = (string[])[\"$$\"] } })")]
    public async Task Body_OfBytesOrAnObject_OffersPaths(string body)
    {
        var names = await Names($"await http.PutAsync(\"{Device}\", {body});");
        Assert.Contains("description", names);
        Assert.DoesNotContain("mac_settings", names);
    }

    [Theory]
    [InlineData("new { field_mask = new { paths = new[] { \"version_ids.$$\" } } }", "brand_id")]
    [InlineData("new { end_device = new { name = \"$$\" }, field_mask = new { paths = new[] { \"name\" } } }", null)]
    [InlineData("new { field_mask = new { others = new[] { \"$$\" } } }", null)]
    [InlineData("new { paths = new[] { \"$$\" } }", null)]
    public async Task Body_OfAnObjectAsJson_OffersPathsInItsMaskOnly(string body, string? offered)
    {
        var names = await Names($"await http.PutAsJsonAsync(\"{Device}\", {body});");
        Assert.Equal(offered is not null, names.Count > 0);
        if (offered is not null)
            Assert.Contains(offered, names);
    }

    [Fact]
    public async Task Body_InALocal_OffersPaths()
    {
        var names = await Names($$"""var body = {{Raw("""{"field_mask":{"paths":["$$"]}}""")}}; await http.PutAsync($"{address}/api/v3/applications/{app}/devices/{dev}", new StringContent(body));""");
        Assert.Contains("name", names);
    }

    [Theory]
    [InlineData("""{"name":"$$"}""")]
    [InlineData("""{"field_mask":"$$"}""")]
    [InlineData("""{"paths":["$$"]}""")]
    [InlineData("""{"field_mask":{"paths":[]},"name":["$$"]}""")]
    public async Task Body_OtherTexts_OfferNoPaths(string json) =>
        Assert.Empty(await Names($"await http.PutAsync(\"{Device}\", new StringContent({Raw(json)}));"));

    [Fact]
    public async Task Body_OfAnotherApi_OffersNoPaths() =>
        Assert.Empty(await Names($"await http.PutAsync(\"https://api.example.com/devices/1\", new StringContent({Raw("""{"field_mask":{"paths":["$$"]}}""")}));"));

    [Theory]
    [InlineData("\"" + Device + "?field_mask=$$\"", '=', true)]
    [InlineData("\"" + Device + "?field_mask=n$$\"", 'n', true)]
    [InlineData("\"" + Device + "?field_mask=name,$$\"", ',', true)]
    [InlineData("\"" + Device + "?limit=$$\"", '=', false)]
    [InlineData("\"" + Device + "?order=n$$\"", 'n', false)]
    public async Task TypedCharacter_OpensTheListInMasksOnly(string url, char typed, bool opens) =>
        Assert.Equal(opens, await Editor.Opens(InMethod($"_ = {url};"), typed));

    [Fact]
    public async Task ChosenItem_ReplacesTheSegment() => Assert.Equal(
        InMethod($"_ = \"{Device}?field_mask=name,version_ids.brand_id&limit=1\";"),
        await Editor.Choose(InMethod($"_ = \"{Device}?field_mask=name,version_ids.br$$and&limit=1\";"), "brand_id"));

    [Fact]
    public async Task Description_HasTheSummaryOfTheProperty()
    {
        var lines = (await Editor.Describe(InMethod($"_ = \"{Device}?field_mask=$$\";"), "description")).Split('\n');
        Assert.Equal("description (value)", lines[0]);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public async Task UnclosedUrl_OffersPaths() => Assert.Contains(
        "name", (await Editor.Complete("class C { void M(string app) { var url = $\"https://thethings.example.com/api/v3/applications/{app}?field_mask=$$")).Select(static item => item.DisplayText));

    [Fact]
    public async Task BrokenCode_AtEveryPlace_DoesNotThrow()
    {
        var code = InMethod($$"""await http.PutAsync($"{address}/api/v3/applications/{app}/devices/{dev}?field_mask=name%2Cids,na", new StringContent({{Raw("""{"field_mask":{"paths":["na"]}}""")}}));""");
        for (var length = code.IndexOf("await", StringComparison.Ordinal); length <= code.Length; length++)
        {
            var (document, position) = Editor.Open(code[..length] + "$$");
            await Editor.Complete(document, position);
        }
    }

    private static string Raw(string json) => $"\"\"\"\n{json}\n\"\"\"";

    private static async Task<List<string>> Names(string statements) =>
        [.. (await Editor.Complete(InMethod(statements))).Select(static item => item.DisplayText)];

    private static string InMethod(string statements) => $$"""
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        class Program
        {
            async Task Run(HttpClient http, string address, string app, string dev, string first)
            {
                {{statements}}
            }
        }
        """;
}
