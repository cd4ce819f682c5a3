using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.CodeFixes.Refactorings;

namespace TheThingsStack.Analyzers.Tests.Refactorings;

public class TypedCallRefactoringTests
{
    private const string Off = "dotnet_diagnostic.TTS2302.severity = none";
    private const string Device = "https://thethings.example.com/api/v3/applications/app1/devices/dev1";

    [Theory]
    [InlineData("await client.Get§StringAsync(\"" + Device + "?field_mask=name\")")]
    [InlineData("aw§ait client.GetStringAsync(\"" + Device + "?field_mask=name\")")]
    [InlineData("await client.GetStringAsync(\"https://thethings.example.com/api/v3/applications/app1/devices/de§v1?field_mask=name\")")]
    [InlineData("await _http.GetString§Async(\"applications/app1/devices/dev1?field_mask=name\")")]
    public async Task Request_WhereTheRuleIsOff_IsOfferedTyped(string call)
    {
        var (titles, text) = await Refactoring.At<TypedCallRefactoring>(WithField(call), Off);
        Assert.Equal(["Make the typed call"], titles);
        Assert.Equal(WithField("""MessageJson.ToText(await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]))"""), text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("dotnet_diagnostic.TTS2302.severity = silent")]
    public async Task Request_WhereTheRuleIsOn_IsNotOfferedTwice(string config) =>
        Assert.Null((await Refactoring.At<TypedCallRefactoring>(WithField("await client.Get§StringAsync(\"" + Device + "?field_mask=name\")"), config)).After);

    [Fact]
    public async Task Request_OfAScript_GetsAClientOfItsOwn()
    {
        var (titles, text) = await Refactoring.At<TypedCallRefactoring>("""
            var key = Environment.GetEnvironmentVariable("TTS_API_KEY");
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
            http.DefaultRequestHeaders.UserAgent.ParseAdd("acme-soil-monitor/1.4.0 (+https://acme.example.com)");

            foreach (var device in args)
            {
                var response = await http.Get§Async($"https://thethings.example.com:8443/api/v3/applications/app1/devices/{device}?field_mask=name,locations");
                response.EnsureSuccessStatusCode();
                Console.WriteLine(await response.Content.ReadAsStringAsync());
            }
            """);
        Assert.Equal(["Make the typed call"], titles);
        Assert.Equal("""
            var key = Environment.GetEnvironmentVariable("TTS_API_KEY");
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
            http.DefaultRequestHeaders.UserAgent.ParseAdd("acme-soil-monitor/1.4.0 (+https://acme.example.com)");

            using var stack = new TheThingsStackClient(new TheThingsStackOptions
            {
                Address = "thethings.example.com:8443",
                ApiKey = key,
                UserAgent = new("acme-soil-monitor", "1.4.0"),
            });
            foreach (var device in args)
            {
                Console.WriteLine(MessageJson.ToText(await stack.EndDeviceRegistry.GetAsync("app1", device, d => [d.Name, d.Locations])));
            }
            """, text);
    }

    [Theory]
    [InlineData("""new HttpClient { BaseAddress = new("https://thethings.example.com/api/v3/"), DefaultRequestHeaders = { Authorization = new("Bearer", Environment.GetEnvironmentVariable("KEY")) } }""", "http.DeleteAsync(\"applications/app1/devices/dev1\")", "\"thethings.example.com\"", "Environment.GetEnvironmentVariable(\"KEY\")")]
    [InlineData("""new HttpClient { DefaultRequestHeaders = { { "Authorization", $"Bearer {key}" } } }""", "http.DeleteAsync(\"http://localhost:1885/api/v3/applications/app1/devices/dev1\")", "\"http://localhost:1885\"", "key")]
    [InlineData("""new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer " + key } } }""", "http.DeleteAsync($\"https://{host}/api/v3/applications/app1/devices/dev1\")", "host", "key")]
    [InlineData("""new HttpClient { DefaultRequestHeaders = { Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", key) } }""", "http.DeleteAsync($\"{host}/api/v3/applications/app1/devices/dev1\")", "host", "key")]
    [InlineData("""new HttpClient()""", "http.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $\"{host}/api/v3/applications/app1/devices/dev1\") { Headers = { Authorization = new(\"Bearer\", key) } })", "host", "key")]
    public async Task Client_IsMadeOfWhatTheRequestSays(string http, string call, string address, string key)
    {
        var (_, text) = await Refactoring.At<TypedCallRefactoring>(InMethod($"var http = {http};\n        await {call.Insert(9, "§")};"));
        Assert.Equal(InMethod($$"""
            var http = {{http}};
                    using var stack = new TheThingsStackClient(new TheThingsStackOptions
                    {
                        Address = {{address}},
                        ApiKey = {{key}},
                        UserAgent = new("acme-soil-monitor", "1.0.0"),
                    });
                    await stack.EndDeviceRegistry.DeleteAsync("app1", "dev1");
            """), text);
    }

    [Fact]
    public async Task Request_WhoseStatementGoes_LeavesTheClientInItsPlace()
    {
        var (_, text) = await Refactoring.At<TypedCallRefactoring>(InMethod("""
            using var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", $"Bearer {key}" } } };
                    var response = await http.Get§Async($"{host}/api/v3/applications/app1/devices/dev1?field_mask=name");
                    response.EnsureSuccessStatusCode();
                    return await response.Content.ReadAsStringAsync();
            """));
        Assert.Equal(InMethod("""
            using var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", $"Bearer {key}" } } };
                    using var stack = new TheThingsStackClient(new TheThingsStackOptions
                    {
                        Address = host,
                        ApiKey = key,
                        UserAgent = new("acme-soil-monitor", "1.0.0"),
                    });
                    return MessageJson.ToText(await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]));
            """), text);
    }

    [Fact]
    public async Task Names_ThatAreTaken_AreNotUsed() => Assert.Contains(
        "using var stack2 = new global::TheThingsStack.V3.TheThingsStackClient(new TheThingsStackOptions",
        (await Refactoring.At<TypedCallRefactoring>("""
            class TheThingsStackClient;
            class Program
            {
                async Task Run(string key)
                {
                    var stack = new Stack<int>();
                    var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", $"Bearer {key}" } } };
                    await http.Delete§Async("https://thethings.example.com/api/v3/applications/app1/devices/dev1");
                }
            }
            """)).After, StringComparison.Ordinal);

    /// <summary>Where the client, the address or the key comes from elsewhere, nobody can say what a new client would take.</summary>
    [Theory]
    [InlineData("await given.Delete§Async(\"" + Device + "\");")]
    [InlineData("var http = new HttpClient(); await http.Delete§Async(\"" + Device + "\");")]
    [InlineData("var http = new HttpClient(new HttpClientHandler()); http.DefaultRequestHeaders.Authorization = new(\"Bearer\", key); await http.Delete§Async(\"" + Device + "\");")]
    [InlineData("var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = new(\"Basic\", key); await http.Delete§Async(\"" + Device + "\");")]
    [InlineData("var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = new(\"Bearer\", Read()); await http.Delete§Async(\"" + Device + "\");")]
    [InlineData("key = key.Trim(); var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = new(\"Bearer\", key); await http.Delete§Async(\"" + Device + "\");")]
    [InlineData("var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = new(\"Bearer\", key); if (key == host) http.DefaultRequestHeaders.Authorization = new(\"Bearer\", host); await http.Delete§Async(\"" + Device + "\");")]
    [InlineData("var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = new(\"Bearer\", key); foreach (var at in key.Split(',')) await http.Delete§Async($\"{at}/api/v3/applications/app1/devices/dev1\");")]
    [InlineData("var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = new(\"Bearer\", key); await http.Delete§Async($\"https://{host}.example.com/api/v3/applications/app1/devices/dev1\");")]
    [InlineData("var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = new(\"Bearer\", key); await Delete(); async Task Delete() => await http.Delete§Async(\"" + Device + "\");")]
    [InlineData("var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = new(\"Bearer\", key); var response = await http.Delete§Async(\"" + Device + "\"); Console.WriteLine(response.StatusCode);")]
    [InlineData("var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = new(\"Bearer\", key); await http.Delete§Async(\"https://api.example.com/users/1\");")]
    public async Task Client_OfWhichNotAllIsSeen_IsNotMade(string statements) =>
        Assert.Null((await Refactoring.At<TypedCallRefactoring>(InMethod(statements + " return \"\";"))).After);

    [Fact]
    public async Task HalfTypedCode_AtEveryPlace_DoesNotThrow()
    {
        const string Source = """
            var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", $"Bearer {args[0]}" } } };
            var response = await http.GetAsync($"https://thethings.example.com/api/v3/applications/{args[1]}?field_mask=name");
            response.EnsureSuccessStatusCode();
            """;
        for (var length = Source.IndexOf("GetAsync", StringComparison.Ordinal); length <= Source.Length; length++)
            await Refactoring.At<TypedCallRefactoring>(Source[..length].Insert(Source.IndexOf("GetAsync", StringComparison.Ordinal), "§"), isBroken: true);
    }

    private static string WithField(string call) => $$"""
        class Program(TheThingsStackClient stack)
        {
            private readonly HttpClient _http = new() { BaseAddress = new("https://thethings.example.com/api/v3/") };

            async Task<string> Run(HttpClient client) => {{call}};
        }
        """;

    private static string InMethod(string statements) => $$"""
        class Program
        {
            static string Read() => "";

            static async Task<string> Run(HttpClient given, string key, string host)
            {
                {{statements}}{{(statements.Contains("return", StringComparison.Ordinal) ? "" : "\n        return \"\";")}}
            }
        }
        """;
}
