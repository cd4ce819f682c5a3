using TheThingsStack.Analyzers.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Requests;

/// <summary>Masks in URLs.</summary>
public class QueryMaskTests
{
    [Fact]
    public Task Unknown_InAUrlThatIsSent_IsUnderlined() => RequestCode.Verify("""
        await http.GetStringAsync("https://thethings.example.com/api/v3/applications/app1/devices/dev1?field_mask=name,{|TTS2001:nmae|},locations");
        await http.GetStringAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask={|TTS2001:macSettings|}.rx1_delay");
        await http.GetAsync("https://acme.example.com/api/v3/ns/applications/" + app + "/devices/" + dev + "?field_mask=mac_settings.adr.{|TTS2001:dynamic|}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://acme.example.com/api/v3/applications?limit=10&field_mask={|TTS2001:nam|}&page=2"));
        await http.SendAsync(request);
        """);

    [Fact]
    public Task Unknown_InAUrlThatNobodySendsHere_IsUnderlined() => Verify.File("""
        static class Urls
        {
            public const string Device = "/api/v3/applications/{0}/devices/{1}?field_mask={|TTS2001:nmae|}";
            public static string Of(string address, string app) => $"{address}/api/v3/applications/{app}/devices?field_mask=name%2C{|TTS2001:descripton|}";
            public static string Relative(string app) => $"applications/{app}/devices?field_mask={|TTS2001:nmae|}";
        }
        """);

    [Fact]
    public Task Unknown_InAPieceThatIsAppended_IsUnderlinedOnce() => RequestCode.Verify("""
        var query = "?field_mask={|TTS2001:nmae|}";
        await http.GetAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}{query}");
        const string mask = "name,{|TTS2001:descripton|}";
        await http.GetAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}?field_mask={mask}");
        """);

    [Fact]
    public Task Unknown_InAConstantOfTheType_IsUnderlinedThere() => Infrastructure.Verify.File("""
        class Devices(HttpClient http)
        {
            private const string Fields = "name,{|TTS2001:descripton|}";
            private static readonly string Query = "?field_mask={|TTS2001:nmae|}";
            private const string Shared = "root_keys";

            Task Get(string dev) => http.GetAsync($"https://acme.example.com/api/v3/applications/a/devices/{dev}?field_mask={Fields}");
            Task GetOther(string dev) => http.GetAsync($"https://acme.example.com/api/v3/applications/a/devices/{dev}?field_mask=" + Fields);
            string Url(string dev) => $"https://acme.example.com/api/v3/applications/a/devices/{dev}?field_mask={Fields}";
            Task GetMore(string dev) => http.GetAsync($"https://acme.example.com/api/v3/applications/a/devices/{dev}{Query}");
            Task GetKeys(string dev) => http.GetAsync($"https://acme.example.com/api/v3/js/applications/a/devices/{dev}?field_mask={Shared}");
            Task GetRefused(string dev) => http.GetAsync($"https://acme.example.com/api/v3/applications/a/devices/{dev}?field_mask={{|TTS2101:Shared|}}");
        }
        """);

    [Fact]
    public Task Refused_ByTheRpcOfTheRoute_IsUnderlined() => RequestCode.Verify("""
        await http.GetAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name,{|TTS2101:root_keys|}");
        await http.GetAsync($"https://acme.example.com/api/v3/js/applications/{app}/devices/{dev}?field_mask=root_keys");
        await http.GetAsync($"https://acme.example.com/api/v3/ns/applications/{app}/devices/{dev}?field_mask={|TTS2101:name|}");
        """);

    [Fact]
    public Task Refused_MessageNamesTheRpcThatTakesIt() => Message(
        "EndDeviceRegistry/Get does not accept 'root_keys': it is held by the Join Server; read it with JsEndDeviceRegistry/Get",
        """await http.GetAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=root_keys");""");

    [Fact]
    public Task RedundantAndConflicting_AreUnderlined() => RequestCode.Verify("""
        await http.GetAsync($"https://acme.example.com/api/v3/ns/applications/{app}/devices/{dev}?field_mask=mac_settings,{|TTS2205:mac_settings.rx1_delay|}");
        await http.GetAsync($"https://acme.example.com/api/v3/ns/applications/{app}/devices/{dev}?field_mask=mac_settings.adr.mode.static,{|TTS2204:mac_settings.adr.mode.disabled|}");
        await http.GetAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name,{|TTS2205:name|}");
        """);

    [Fact]
    public Task BelowAMember_InARead_IsUnderlined() => RequestCode.Verify("""
        await http.GetAsync($"https://acme.example.com/api/v3/ns/applications/{app}/devices/{dev}?field_mask={|TTS2003:mac_settings.adr.mode.dynamic.margin|}");
        await http.GetAsync($"https://acme.example.com/api/v3/ns/applications/{app}/devices/{dev}?field_mask=mac_settings.adr.mode.dynamic");
        """);

    [Fact]
    public Task Relative_BelowAnAddressThatIsSeen_IsJudged() => RequestCode.Verify("""
        using var client = new HttpClient { BaseAddress = new Uri("https://acme.example.com/api/v3/") };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("acme/1.0");
        await client.GetAsync("users/u1?field_mask={|TTS2001:nmae|}");
        await client.GetAsync($"applications/{app}/devices/{dev}?field_mask={|TTS2101:session|}");
        """);

    [Fact]
    public Task Right_Masks_AreNot() => RequestCode.Verify("""
        await http.GetAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name,attributes,version_ids.brand_id");
        await http.GetAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=");
        await http.GetAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}?field_mask.paths=name&field_mask.paths=attributes");
        await http.GetAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}?field_mask={app},nmae");
        await http.GetAsync($"https://acme.example.com/api/v3/as/applications/{app}/packages/storage/uplink_message?field_mask=up.uplink_message.decoded_payload");
        """);

    [Fact]
    public Task Circles_InCodeThatDoesNotCompile_DoNoHarm() => Verify.File("""
        class Program
        {
            async Task Run(HttpClient http)
            {
                string url = url + "?field_mask=nmae";
                string a = b, b = a;
                HttpClient client = client;
                HttpRequestMessage request = request;
                await client.GetAsync(url);
                await http.GetAsync(a);
                await http.SendAsync(request);
                await http.GetAsync(new Uri(new Uri(a), b));
                await http.PostAsync(a, content);
                await http.GetAsync();
                await http.
            }
        }
        """, isBroken: true);

    [Fact]
    public Task OtherApis_AreNot() => RequestCode.Verify("""
        await http.GetAsync("https://github.example.com/api/v3/users/octocat?fields=nmae");
        await http.GetAsync("https://content.example.com/v1/users/u1?field_mask=displayName");
        await http.GetAsync("users/u1?field_mask=displayName");
        await http.GetAsync("https://api.example.com/v3/applications/a/devices/d?field_mask=displayName");
        await http.GetAsync($"https://acme.example.com/api/v3/{app}/a/devices/d?field_mask=displayName");
        await http.GetAsync("https://acme.example.com/api/v3/applications/a/devices/?field_mask=displayName");
        await http.GetAsync("https://acme.example.com/api/v3/widgets/a/devices/d?field_mask=displayName");
        """);

    private static async Task Message(string expected, string statement) =>
        Assert.Equal([expected], (await UserProject.Analyze(UserProject.Compile(RequestCode.Around(statement)))).Select(static d => d.GetMessage()));
}
