namespace TheThingsStack.Analyzers.Tests.Requests;

/// <summary>Masks in JSON bodies.</summary>
public class BodyMaskTests
{
    [Fact]
    public Task Literal_InStringContent_IsJudged() => RequestCode.Verify(""""
        var content = new StringContent("""
            {
              "end_device": { "name": "n" },
              "field_mask": { "paths": ["name", "{|TTS2001:nmae|}", "{|TTS2101:root_keys|}", "{|TTS2205:name|}"] }
            }
            """, Encoding.UTF8, "application/json");
        await http.PutAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}", content);
        """");

    [Fact]
    public Task Literal_Escaped_IsJudgedAtItsPlace() => RequestCode.Verify("""
        var json = "{\"end_device\":{\"name\":\"ä\"},\"field_mask\":{\"paths\":[\"{|TTS2001:nmae|}\"]}}";
        await http.PutAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent(json));
        """);

    [Fact]
    public Task Interpolated_WithValuesThatAreNotSeen_IsJudged() => RequestCode.Verify(""""
        using var request = new HttpRequestMessage(HttpMethod.Put, $"https://acme.example.com/api/v3/ns/applications/{app}/devices/{dev}");
        request.Content = new StringContent($$"""{"end_device":{"ids":{"device_id":"{{dev}}" },"mac_settings":{{app}}},"field_mask":{"paths":["mac_settings.adr.mode.static","{|TTS2204:mac_settings.adr.mode.dynamic|}"] } }""");
        await http.SendAsync(request);
        """");

    [Fact]
    public Task Interpolated_WithDoubledBraces_IsJudgedAtItsPlace() => RequestCode.Verify("""
        var url = $"https://acme.example.com/api/v3/applications/{app}/devices/{dev}";
        await http.PutAsync(url, new StringContent($"{{\"end_device\":{{\"name\":\"{dev}\"}},\"field_mask\":{{\"paths\":[\"{|TTS2001:nmae|}\"]}}}}"));
        await http.PutAsync(url, new StringContent($@"{{""end_device"":{{""name"":""{dev}""}},""field_mask"":{{""paths"":[""{|TTS2001:nmae|}""]}}}}"));
        """);

    [Fact]
    public Task Utf8Literal_AndAnonymousObjects_AreJudged() => RequestCode.Verify(""""
        var url = $"https://acme.example.com/api/v3/applications/{app}/devices/{dev}";
        await http.PutAsync(url, new ByteArrayContent("""{"field_mask":{"paths":["{|TTS2001:nmae|}"]}}"""u8.ToArray()));
        await http.PutAsync(url, new ByteArrayContent(Encoding.UTF8.GetBytes("""{"field_mask":{"paths":["{|TTS2001:nmae|}"]}}""")));
        await http.PutAsJsonAsync(url, new { end_device = new { name = dev }, field_mask = new { paths = new[] { "name", "{|TTS2001:nmae|}" } } });
        await http.PutAsync(url, JsonContent.Create(new { end_device = new { name = dev }, field_mask = new { paths = new[] { "{|TTS2101:session|}" } } }));
        await http.PutAsJsonAsync(url, new { field_mask = new { paths = new List<string> { "name", "{|TTS2001:nmae|}" } } });
        await http.PutAsJsonAsync(url, new { field_mask = new { paths = (List<string>)["{|TTS2001:nmae|}"] } });
        """");

    [Fact]
    public Task ApiKey_UpdatedWithoutRights_IsFlagged() => RequestCode.Verify(""""
        var url = $"https://acme.example.com/api/v3/applications/{app}/api-keys/{dev}";
        await http.PutAsync(url, new StringContent("""{"api_key":{"name":"n"},"field_mask":{"paths":["{|TTS2206:rights|}"]}}"""));
        await http.PutAsync(url, new StringContent("""{"api_key":{"name":"n","rights":[]},{|TTS2206:"field_mask"|}:{"paths":[]}}"""));
        await http.{|TTS2206:PutAsync|}(url, new StringContent("""{"api_key":{"name":"n"}}"""));
        await http.PutAsync(url, new StringContent("""{"api_key":{"name":"n"},"field_mask":{"paths":["name"]}}"""));
        await http.PutAsync(url, new StringContent("""{"api_key":{"rights":["RIGHT_ALL"]},"field_mask":{"paths":["rights"]}}"""));
        await http.PutAsync(url, new StringContent($$"""{"api_key":{"rights":[{{app}}] },"field_mask":{"paths":["rights"] } }"""));
        await http.PutAsync(url, new StringContent($$"""{"api_key":{{app}},"field_mask":{"paths":["rights"] } }"""));
        """");

    [Fact]
    public Task NotSeen_OrNotOfThisApi_IsNot() => RequestCode.Verify(""""
        var body = """{"field_mask":{"paths":["nmae"]}}""";
        await http.PutAsync($"https://other.example.com/v1/applications/{app}/devices/{dev}", new StringContent(body));
        await http.PutAsync(app, new StringContent(body));
        var url = $"https://acme.example.com/api/v3/applications/{app}/devices/{dev}";
        await http.PutAsync(url, new StringContent($$"""{"field_mask":{"paths":["{{app}}"] } }"""));
        await http.PutAsync(url, new StringContent($$"""{"field_mask":{"paths":[{{app}}] } }"""));
        await http.PutAsync(url, new StringContent("""{"field_mask":{"paths":["nmae"}"""));
        await http.PutAsync(url, new StringContent("""["field_mask"]"""));
        await http.PutAsync(url, new StringContent(""));
        await http.PutAsync(url, null);
        """");
}
