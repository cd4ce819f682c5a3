using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.Analyzers.Tests.Requests;
using TheThingsStack.CodeFixes.Fixes;

namespace TheThingsStack.Analyzers.Tests.Rules;

/// <summary>Fixes in requests that are written by hand.</summary>
public class RequestFixTests
{
    [Fact]
    public Task UserAgent_OfALocal_IsSetBehindIt() => Fix<RequestWithoutUserAgentFix>("""
        using var client = new HttpClient();
        await client.{|TTS1002:GetAsync|}($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}");
        """, """
        using var client = new HttpClient();
        client.DefaultRequestHeaders.UserAgent.ParseAdd("TestProject/1.0.0");
        await client.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}");
        """);

    [Fact]
    public Task UserAgent_OfAField_IsSetInItsInitializer() => Verify.Fix<RequestWithoutUserAgentFix>("""
        class Devices<T>
        {
            private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

            public Task Get(string id) => Http.{|TTS1002:GetAsync|}($"https://thethings.example.com/api/v3/applications/a/devices/{id}");
        }
        """, """
        class Devices<T>
        {
            private static readonly HttpClient Http = new() { DefaultRequestHeaders = { { "User-Agent", "TestProject/1.0.0" } }, Timeout = TimeSpan.FromSeconds(5) };

            public Task Get(string id) => Http.GetAsync($"https://thethings.example.com/api/v3/applications/a/devices/{id}");
        }
        """);

    [Fact]
    public Task UserAgent_OfARegistration_IsSetInIt() => Verify.Fix<RequestWithoutUserAgentFix>("""
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            public static void Configure(IServiceCollection services) =>
                services.{|TTS1002:AddHttpClient|}("stack", client => client.BaseAddress = new Uri("https://eu1.cloud.thethings.network/api/v3/"));
        }
        """, """
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            public static void Configure(IServiceCollection services) =>
                services.AddHttpClient("stack", client => { client.BaseAddress = new Uri("https://eu1.cloud.thethings.network/api/v3/"); client.DefaultRequestHeaders.UserAgent.ParseAdd("TestProject/1.0.0"); });
        }
        """);

    [Fact]
    public Task UserAgent_OfARegistrationWithABlock_IsSetFirst() => Verify.Fix<RequestWithoutUserAgentFix>("""
        using Microsoft.Extensions.DependencyInjection;

        [assembly: System.Reflection.AssemblyVersion("2.1.0")]

        static class Startup
        {
            public static void Configure(IServiceCollection services) => services.{|TTS1002:AddHttpClient|}("stack", (_, client) =>
            {
                client.BaseAddress = new Uri("https://eu1.cloud.thethings.network/api/v3/");
            });
        }
        """, """
        using Microsoft.Extensions.DependencyInjection;

        [assembly: System.Reflection.AssemblyVersion("2.1.0")]

        static class Startup
        {
            public static void Configure(IServiceCollection services) => services.AddHttpClient("stack", (_, client) =>
            {
                client.DefaultRequestHeaders.UserAgent.ParseAdd($"TestProject/{typeof(Startup).Assembly.GetName().Version.ToString(3)}");
                client.BaseAddress = new Uri("https://eu1.cloud.thethings.network/api/v3/");
            });
        }
        """);

    [Fact]
    public Task Path_InAUrl_IsReplaced() => Fix<UnknownPathFix>("""
        await http.GetAsync($"https://thethings.example.com/api/v3/ns/applications/{app}/devices/{dev}?field_mask=mac_settings.adr.{|TTS2001:dynamic|},{|TTS2001:frequencyPlanId|}");
        """, """
        await http.GetAsync($"https://thethings.example.com/api/v3/ns/applications/{app}/devices/{dev}?field_mask=mac_settings.adr.mode.dynamic,frequency_plan_id");
        """);

    [Fact]
    public Task Path_InAUrl_IsRemovedWithItsComma() => Fix<RefusedPathFix>("""
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name,{|TTS2101:root_keys|}");
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name%2C{|TTS2101:root_keys|}%2Cattributes");
        """, """
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name");
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name%2Cattributes");
        """);

    [Fact]
    public Task Route_OfARefusedPath_LeadsToTheServerThatTakesIt() => Fix<RefusedRouteFix>("""
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask={|TTS2101:root_keys|}");
        await http.GetAsync($"https://thethings.example.com/api/v3/ns/applications/{app}/devices/{dev}?field_mask={|TTS2101:name|}");
        await http.GetAsync($"applications/{app}/devices/{dev}?field_mask={|TTS2101:mac_settings|}");
        """, """
        await http.GetAsync($"https://thethings.example.com/api/v3/js/applications/{app}/devices/{dev}?field_mask=root_keys");
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name");
        await http.GetAsync($"ns/applications/{app}/devices/{dev}?field_mask=mac_settings");
        """);

    [Fact]
    public Task Path_InABody_IsRemovedWithItsQuotes() => Fix<RedundantPathFix>(""""
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("""{"end_device":{"name":"n"},"field_mask":{"paths":["name", "{|TTS2205:name|}", "attributes"]}}"""));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("{\"end_device\":{\"name\":\"n\"},\"field_mask\":{\"paths\":[\"name\",\"{|TTS2205:name|}\"]}}"));
        """", """"
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("""{"end_device":{"name":"n"},"field_mask":{"paths":["name", "attributes"]}}"""));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("{\"end_device\":{\"name\":\"n\"},\"field_mask\":{\"paths\":[\"name\"]}}"));
        """");

    [Fact]
    public Task Path_ThatAParameterHasAlone_GoesWithIt() => Fix<RedundantPathFix>("""
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask.paths=name&field_mask.paths={|TTS2205:name|}");
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask.paths={|TTS2205:version_ids.brand_id|}&field_mask.paths=version_ids&pretty=1");
        """, """
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask.paths=name");
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask.paths=version_ids&pretty=1");
        """);

    [Fact]
    public Task Mask_OfOneRefusedPath_IsRemoved() => Fix<RefusedPathFix>("""
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask={|TTS2101:root_keys|}");
        """, """
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}");
        """);

    [Fact]
    public Task Mask_AsText_BecomesAnObject() => Fix<MisplacedMaskFix>(""""
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("""{"end_device":{},"field_mask":{|TTS2002:"name,attributes"|}}"""));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("{\"end_device\":{},\"field_mask\":{|TTS2002:\"name\"|}}"));
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?{|TTS2002:field_mask.paths|}=name,attributes");
        """", """"
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("""{"end_device":{},"field_mask":{"paths":["name","attributes"]}}"""));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("{\"end_device\":{},\"field_mask\":{\"paths\":[\"name\"]}}"));
        await http.GetAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name,attributes");
        """");

    [Fact]
    public Task Mask_WithoutEffect_IsRemoved() => Fix<MisplacedMaskFix>(""""
        await http.PostAsync($"https://thethings.example.com/api/v3/applications/{app}/devices", new StringContent("""{"end_device":{"name":"n"}, {|TTS2002:"field_mask"|}: {"paths":["name"]}}"""));
        """", """"
        await http.PostAsync($"https://thethings.example.com/api/v3/applications/{app}/devices", new StringContent("""{"end_device":{"name":"n"}}"""));
        """");

    [Fact]
    public Task Mask_AsTextInAnInterpolatedBody_BecomesAnObject() => Fix<MisplacedMaskFix>(""""
        await http.PutAsync("https://thethings.example.com/api/v3/applications/a/devices/d", new StringContent($"{{\"end_device\":{{\"name\":\"{app}\"}},\"field_mask\":{|TTS2002:\"name\"|}}}"));
        """", """"
        await http.PutAsync("https://thethings.example.com/api/v3/applications/a/devices/d", new StringContent($"{{\"end_device\":{{\"name\":\"{app}\"}},\"field_mask\":{{\"paths\":[\"name\"]}}}}"));
        """");

    [Theory]
    [InlineData("$$")]
    [InlineData("$$$")]
    public async Task Mask_InARawInterpolatedBody_OpensNoHole(string dollars) => Assert.Equal(
        Put(dollars + """"
            """{"end_device":{"name":"n"},"field_mask":{"paths":["name"]} }"""
            """"),
        await Verify.Fixed<MisplacedMaskFix>(Put(dollars + """"
            """{"end_device":{"name":"n"},"field_mask":"name"}"""
            """")));

    private static string Put(string body) =>
        RequestCode.Around($"await http.PutAsync(\"https://thethings.example.com/api/v3/applications/a/devices/d\", new StringContent({body}));");

    [Fact]
    public Task Mask_InTheQueryOfAWrite_MovesToTheBody() => Fix<MisplacedMaskFix>(""""
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?{|TTS2002:field_mask=name,version_ids.brand_id|}", new StringContent("""{"end_device":{"name":"n"}}"""));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?{|TTS2002:field_mask=name%2Cdescription|}&pretty=1", new StringContent("{\"end_device\":{}}"));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?pretty=1&{|TTS2002:field_mask=name|}", JsonContent.Create(new { end_device = new { name = dev } }));
        await http.PutAsJsonAsync("https://thethings.example.com/api/v3/applications/a/devices/d?{|TTS2002:field_mask.paths=name|}", new { end_device = new { name = dev }, });
        await http.PutAsync("https://thethings.example.com/api/v3/applications/a/devices/d?{|TTS2002:field_mask=name|}", new StringContent("{}"));
        await http.PutAsync("https://thethings.example.com/api/v3/applications/a/devices/d?{|TTS2002:field_mask=name|}", new StringContent($@"{{""end_device"":{{""name"":""{dev}""}}}}"));
        var url = $"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?{|TTS2002:field_mask=name|}";
        var body = """
            {
              "end_device": { "name": "n" }
            }
            """;
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new StringContent(body) };
        await http.SendAsync(request);
        """", """"
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("""{"end_device":{"name":"n"}, "field_mask": { "paths": ["name", "version_ids.brand_id"] } }"""));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?pretty=1", new StringContent("{\"end_device\":{}, \"field_mask\": { \"paths\": [\"name\", \"description\"] } }"));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?pretty=1", JsonContent.Create(new { end_device = new { name = dev }, field_mask = new { paths = new[] { "name" } } }));
        await http.PutAsJsonAsync("https://thethings.example.com/api/v3/applications/a/devices/d", new { end_device = new { name = dev }, field_mask = new { paths = new[] { "name" } } });
        await http.PutAsync("https://thethings.example.com/api/v3/applications/a/devices/d", new StringContent("{ \"field_mask\": { \"paths\": [\"name\"] } }"));
        await http.PutAsync("https://thethings.example.com/api/v3/applications/a/devices/d", new StringContent($@"{{""end_device"":{{""name"":""{dev}""}}, ""field_mask"": {{ ""paths"": [""name""] }} }}"));
        var url = $"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}";
        var body = """
            {
              "end_device": { "name": "n" }, "field_mask": { "paths": ["name"] }
            }
            """;
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new StringContent(body) };
        await http.SendAsync(request);
        """");

    [Fact]
    public Task Mask_InTheQueryWithoutEffect_IsRemoved() => Fix<MisplacedMaskFix>(""""
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?{|TTS2002:field_mask=name|}", new StringContent("""{"end_device":{},"field_mask":{"paths":["name"]}}"""));
        await http.DeleteAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?{|TTS2002:field_mask=name|}&pretty=1");
        """", """"
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("""{"end_device":{},"field_mask":{"paths":["name"]}}"""));
        await http.DeleteAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?pretty=1");
        """");

    /// <summary>Where a body is not seen, or text is used for other requests, too, the message says what to do.</summary>
    [Fact]
    public Task Mask_ThatCannotBeMoved_StaysWhereItIs()
    {
        const string Source = """"
            const string Url = "https://thethings.example.com/api/v3/applications/a/devices/d?{|TTS2002:field_mask=name|}";
            var body = """{"end_device":{}}""";
            Console.WriteLine(body);
            var content = new StringContent("""{"end_device":{}}""");
            await http.PutAsync(Url, new StringContent("""{"end_device":{}}"""));
            await http.PutAsync(Url, new StringContent("""{"end_device":{"name":"n"}}"""));
            await http.PutAsync("https://thethings.example.com/api/v3/applications/a/devices/d?{|TTS2002:field_mask=name|}", content);
            await http.PutAsync("https://thethings.example.com/api/v3/applications/b/devices/d?{|TTS2002:field_mask=name|}", content);
            await http.PutAsync("https://thethings.example.com/api/v3/applications/c/devices/d?{|TTS2002:field_mask=name|}", new StringContent(body));
            await http.PutAsync($"https://thethings.example.com/api/v3/applications/d/devices/d?{|TTS2002:field_mask={app}|}", new StringContent("""{"end_device":{}}"""));
            await http.PutAsync("https://thethings.example.com/api/v3/applications/e/devices/d?{|TTS2002:field_mask.paths=name|}&{|TTS2002:field_mask.paths=ids|}", new StringContent("""{"end_device":{}}"""));
            """";
        return Fix<MisplacedMaskFix>(Source, Source);
    }

    private static Task Fix<TFix>(string before, string after)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() => Verify.Fix<TFix>(RequestCode.Around(before), RequestCode.Around(after));
}
