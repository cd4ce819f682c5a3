using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.CodeFixes.Fixes;

namespace TheThingsStack.Analyzers.Tests.Rules;

public class TypedCallTests
{
    [Fact]
    public Task Read_WithMask_BecomesTheTypedCall() => Fix("""
        var json = await http.{|TTS2302:GetStringAsync|}($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name,version_ids.brand_id");
        """, """
        var json = MessageJson.ToText(await stack.EndDeviceRegistry.GetAsync(app, dev, d => [d.Name, d.VersionIds.BrandId]));
        """);

    [Fact]
    public Task Read_WithoutMask_AsksForIdsOnly() => Fix("""
        var url = $"https://thethings.example.com/api/v3/ns/applications/{Uri.EscapeDataString(app)}/devices/dev1";
        var json = await http.{|TTS2302:GetStringAsync|}(url, CancellationToken.None);
        """, """
        var json = MessageJson.ToText(await stack.NsEndDeviceRegistry.GetAsync(app, "dev1", FieldMask<EndDevice>.Empty, cancellationToken: CancellationToken.None));
        """);

    [Fact]
    public Task Response_ReadAsText_BecomesOneExpression() => Fix("""
        var response = await http.{|TTS2302:GetAsync|}($"https://thethings.example.com/api/v3/applications/{app}/devices?field_mask=name&limit=10&page=2");
        response.EnsureSuccessStatusCode();
        var json = await response.Content.ReadAsStringAsync();
        """, """
        var json = MessageJson.ToText(await stack.EndDeviceRegistry.ListAsync(app, d => [d.Name], limit: 10, page: 2));
        """);

    [Fact]
    public Task Json_OfTheSameType_StaysAsItIs() => Fix("""
        var device = await http.{|TTS2302:GetFromJsonAsync|}<EndDevice>($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name");
        """, """
        var device = await stack.EndDeviceRegistry.GetAsync(app, dev, d => [d.Name]);
        """);

    [Fact]
    public Task Delete_Checked_BecomesTheTypedCall() => Fix("""
        (await http.{|TTS2302:DeleteAsync|}($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}")).EnsureSuccessStatusCode();
        using var response = await http.{|TTS2302:DeleteAsync|}($"https://thethings.example.com/api/v3/ns/applications/{app}/devices/{dev}");
        response.EnsureSuccessStatusCode();
        await http.{|TTS2302:DeleteAsync|}($"https://thethings.example.com/api/v3/js/applications/{app}/devices/{dev}");
        """, """
        await stack.EndDeviceRegistry.DeleteAsync(app, dev);
        await stack.NsEndDeviceRegistry.DeleteAsync(app, dev);
        await stack.JsEndDeviceRegistry.DeleteAsync(app, dev);
        """);

    [Fact]
    public Task Methods_OfOneExpression_BecomeTheTypedCall() => Verify.Fix<TypedCallFix>("""
        class Program(HttpClient http, TheThingsStackClient stack)
        {
            async Task Delete(string dev) => await http.{|TTS2302:DeleteAsync|}($"https://thethings.example.com/api/v3/applications/a/devices/{dev}");
            async Task Check(string dev) => (await http.{|TTS2302:DeleteAsync|}($"https://thethings.example.com/api/v3/applications/a/devices/{dev}")).EnsureSuccessStatusCode();
            async Task<HttpResponseMessage> Pass(string dev) => await http.DeleteAsync($"https://thethings.example.com/api/v3/applications/a/devices/{dev}");
            async Task<object> Both(string dev) => (await http.DeleteAsync($"https://thethings.example.com/api/v3/applications/a/devices/{dev}")).EnsureSuccessStatusCode();
        }
        """, """
        class Program(HttpClient http, TheThingsStackClient stack)
        {
            async Task Delete(string dev) => await stack.EndDeviceRegistry.DeleteAsync("a", dev);
            async Task Check(string dev) => await stack.EndDeviceRegistry.DeleteAsync("a", dev);
            async Task<HttpResponseMessage> Pass(string dev) => await http.DeleteAsync($"https://thethings.example.com/api/v3/applications/a/devices/{dev}");
            async Task<object> Both(string dev) => (await http.DeleteAsync($"https://thethings.example.com/api/v3/applications/a/devices/{dev}")).EnsureSuccessStatusCode();
        }
        """);

    [Fact]
    public Task Write_OfALiteral_BecomesAnObject() => Fix(""""
        var body = """
            {
              "end_device": { "name": "n", "attributes": { "site": "north" }, "version_ids": { "brand_id": "b" } },
              "field_mask": { "paths": ["name", "attributes", "version_ids.brand_id"] }
            }
            """;
        await http.{|TTS2302:PutAsync|}($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent(body));
        """", """
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { ApplicationIds = new() { ApplicationId = app }, DeviceId = dev }, Name = "n", Attributes = new() { ["site"] = "north" }, VersionIds = new() { BrandId = "b" } }, d => [d.Name, d.Attributes, d.VersionIds.BrandId]);
        """.Replace("\r", ""), keepsBody: true);

    [Fact]
    public Task Create_WithDomainTypes_BecomesAnObject() => Fix(""""
        await http.{|TTS2302:PostAsync|}($"https://thethings.example.com/api/v3/applications/{app}/devices", new StringContent("""{"end_device":{"ids":{"device_id":"dev1","dev_eui":"70B3D57ED0000001"},"name":"n"}}"""));
        """", """
        await stack.EndDeviceRegistry.CreateAsync(new EndDevice { Ids = new() { ApplicationIds = new() { ApplicationId = app }, DeviceId = "dev1", DevEui = Eui64.Parse("70B3D57ED0000001") }, Name = "n" });
        """);

    [Fact]
    public Task StatusHeadersAndOtherTypes_AreLeftAlone() => Verify.File(Around("""
        var url = $"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name";
        using var response = await http.GetAsync(url);
        if (response.IsSuccessStatusCode)
            Console.WriteLine(await response.Content.ReadAsStringAsync());
        var total = (await http.GetAsync(url)).Headers;
        var mine = await http.GetFromJsonAsync<Dictionary<string, object>>(url);
        var task = http.GetStringAsync(url);
        var stream = await http.GetStreamAsync(url);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var sent = await http.SendAsync(request);
        """));

    [Fact]
    public Task Write_OfABodyWithHoles_TakesWhatFillsThem() => Fix(""""
        await http.{|TTS2302:PutAsync|}($"https://thethings.example.com/api/v3/ns/applications/{app}/devices/{dev}", new StringContent($"{{\"end_device\":{{\"frequency_plan_id\":\"{plan}\",\"supports_class_c\":{classC}}},\"field_mask\":{{\"paths\":[\"frequency_plan_id\",\"supports_class_c\"]}}}}"));
        """", """
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { ApplicationIds = new() { ApplicationId = app }, DeviceId = dev }, FrequencyPlanId = plan, SupportsClassC = classC }, d => [d.FrequencyPlanId, d.SupportsClassC]);
        """);

    [Fact]
    public Task Message_ThatIsMadeAndSent_BecomesTheTypedCall() => Fix("""
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name");
        request.Headers.Authorization = new("Bearer", Environment.GetEnvironmentVariable("KEY"));
        request.Headers.Add("User-Agent", "acme/1.0.0");
        using var response = await http.{|TTS2302:SendAsync|}(request);
        response.EnsureSuccessStatusCode();
        var json = await response.Content.ReadAsStringAsync();
        """, """
        var json = MessageJson.ToText(await stack.EndDeviceRegistry.GetAsync(app, dev, d => [d.Name]));
        """);

    [Fact]
    public Task Message_WithABody_BecomesTheTypedCall() => Fix(""""
        var request = new HttpRequestMessage(HttpMethod.Put, $"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}");
        request.Content = new StringContent("""{"end_device":{"name":"n"},"field_mask":{"paths":["name"]}}""");
        (await http.{|TTS2302:SendAsync|}(request, CancellationToken.None)).EnsureSuccessStatusCode();
        await http.{|TTS2302:SendAsync|}(new HttpRequestMessage(HttpMethod.Delete, $"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}") { Headers = { { "Authorization", "Bearer x" } } });
        """", """
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { ApplicationIds = new() { ApplicationId = app }, DeviceId = dev }, Name = "n" }, d => [d.Name], cancellationToken: CancellationToken.None);
        await stack.EndDeviceRegistry.DeleteAsync(app, dev);
        """);

    [Fact]
    public Task Message_OfWhichMoreIsSaidOrSeen_IsLeftAlone() => Verify.File(Around("""
        const string Url = "https://thethings.example.com/api/v3/applications/a/devices/d?field_mask=name";
        var traced = new HttpRequestMessage(HttpMethod.Get, Url);
        traced.Headers.Add("X-Trace", "1");
        await http.SendAsync(traced);
        var versioned = new HttpRequestMessage(HttpMethod.Get, Url) { Version = new(2, 0) };
        await http.SendAsync(versioned);
        var read = new HttpRequestMessage(HttpMethod.Get, Url);
        Console.WriteLine(read.RequestUri);
        await http.SendAsync(read);
        var branched = new HttpRequestMessage(HttpMethod.Get, Url);
        if (app.Length > 1)
            branched.Headers.Add("User-Agent", "acme/1.0.0");
        await http.SendAsync(branched);
        var late = new HttpRequestMessage(HttpMethod.Get, Url);
        await http.SendAsync(late);
        late.Headers.Add("Accept", "text/plain");
        """));

    [Fact]
    public Task PartsWithoutAPlace_AreLeftAlone() => Verify.File(Around(""""
        var mask = Console.ReadLine();
        await http.GetStringAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask={mask}");
        await http.GetStringAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}?field_mask=name&unknown=1");
        await http.GetStringAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/x-{dev}?field_mask=name");
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("""{"end_device":{"nonsense":1},"field_mask":{"paths":["name"]}}"""));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent($$"""{"end_device":{"name":"x-{{mask}}" },"field_mask":{"paths":["name"] } }"""));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent($$"""{"end_device":{"name":"{{dev.Length}}" },"field_mask":{"paths":["name"] } }"""));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent($$"""{"end_device":{{mask}},"field_mask":{"paths":["name"] } }"""));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("""{"end_device":{"name":"n"}}"""));
        await http.PutAsync($"https://thethings.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent(mask!));
        """"));

    [Fact]
    public Task NoClientAtHand_IsLeftAlone() => Verify.File("""
        class Program
        {
            private readonly TheThingsStackClient _stack = null!;

            static Task<string> Get(HttpClient http, string dev) => http.GetStringAsync($"https://thethings.example.com/api/v3/applications/a/devices/{dev}?field_mask=name");

            async Task<string> Mine(HttpClient http, string dev) => await http.{|TTS2302:GetStringAsync|}($"https://thethings.example.com/api/v3/applications/a/devices/{dev}?field_mask=name");

            static async Task<string> Static(HttpClient http, string dev)
            {
                var json = await http.GetStringAsync($"https://thethings.example.com/api/v3/applications/a/devices/{dev}?field_mask=name");
                TheThingsStackClient? stack = null;
                return json + stack;
            }
        }
        """);

    private static Task Fix(string before, string after, bool keepsBody = false) =>
        Verify.Fix<TypedCallFix>(Around(before), keepsBody ? Around(before).Replace(Last(before), after) : Around(after));

    private static string Last(string statements) => statements.Split('\n')[^1];

    private static string Around(string statements) => $$"""
        using System.Net.Http.Json;

        class Program
        {
            async Task Run(TheThingsStackClient stack, HttpClient http, string app, string dev, string plan, bool classC)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
                await Task.CompletedTask;
            }
        }
        """;
}
