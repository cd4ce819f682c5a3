using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.Analyzers.Tests.Requests;

namespace TheThingsStack.Analyzers.Tests.Rules;

public class RequestWithoutUserAgentTests
{
    [Fact]
    public Task Client_CreatedHereWithoutOne_IsFlaggedAtItsFirstCall() => RequestCode.Verify("""
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", dev);
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        await client.{|TTS1002:GetStringAsync|}($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}");
        await client.DeleteAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}");
        """);

    [Fact]
    public Task Client_InPlace_AndOneWithAPlainHandler_AreFlagged() => RequestCode.Verify("""
        await new HttpClient().{|TTS1002:GetAsync|}($"https://eu1.cloud.thethings.network/api/v3/applications/{app}");
        using var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { BaseAddress = new Uri("https://eu1.cloud.thethings.network/api/v3/") };
        using var request = new HttpRequestMessage(HttpMethod.Get, "users/me") { Headers = { { "Accept", "application/json" } } };
        await client.{|TTS1002:SendAsync|}(request);
        """);

    [Fact]
    public Task Client_InAPrivateField_IsFlaggedOncePerMethod() => Verify.File("""
        partial class Devices
        {
            private static readonly HttpClient Http = new();

            public Task<string> Get(string id) => Http.{|TTS1002:GetStringAsync|}($"https://acme.example.com/api/v3/applications/a/devices/{id}");
        }

        partial class Devices
        {
            public async Task Delete(string id)
            {
                await Http.{|TTS1002:DeleteAsync|}($"https://acme.example.com/api/v3/applications/a/devices/{id}");
                await Http.DeleteAsync($"https://acme.example.com/api/v3/ns/applications/a/devices/{id}");
            }
        }
        """);

    [Fact]
    public Task UserAgent_SetSomewhere_IsFine() => RequestCode.Verify("""
        var url = $"https://acme.example.com/api/v3/applications/{app}/devices/{dev}";
        using var a = new HttpClient();
        a.DefaultRequestHeaders.UserAgent.ParseAdd("acme/1.0");
        await a.GetAsync(url);
        using var b = new HttpClient();
        b.DefaultRequestHeaders.Add("user-agent", "acme/1.0");
        await b.GetAsync(url);
        using var c = new HttpClient { DefaultRequestHeaders = { { "User-Agent", "acme/1.0" } } };
        await c.GetAsync(url);
        using var d = new HttpClient { DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue("acme", "1.0") } } };
        await d.GetAsync(url);
        using var e = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", "acme/1.0");
        await e.SendAsync(request);
        """);

    [Fact]
    public Task Client_ThatIsNotSeenWhole_IsFine() => Verify.File("""
        class Handler : DelegatingHandler;

        class Client : HttpClient
        {
            public Client() => DefaultRequestHeaders.UserAgent.ParseAdd("acme/1.0");
        }

        class Devices(HttpClient injected, IHttpClientFactory factory)
        {
            private readonly HttpClient _given = injected;
            private readonly HttpClient _made = new();
            public readonly HttpClient Open = new();
            private const string Url = "https://acme.example.com/api/v3/applications/a/devices/d";

            public async Task Run(HttpClient parameter, string header)
            {
                await injected.GetAsync(Url);
                await parameter.GetAsync(Url);
                await _given.GetAsync(Url);
                await Open.GetAsync(Url);
                await factory.CreateClient().GetAsync(Url);
                await new HttpClient(new Handler()).GetAsync(Url);
                await new Client().GetAsync(Url);
                using var passed = new HttpClient();
                Configure(passed);
                await passed.GetAsync(Url);
                using var unknown = new HttpClient();
                unknown.DefaultRequestHeaders.Add(header, "acme/1.0");
                await unknown.GetAsync(Url);
                using var copied = new HttpClient();
                var headers = copied.DefaultRequestHeaders;
                headers.UserAgent.ParseAdd("acme/1.0");
                await copied.GetAsync(Url);
                Configure(_made);
                await _made.GetAsync(Url);
            }

            private static void Configure(HttpClient client) => client.DefaultRequestHeaders.UserAgent.ParseAdd("acme/1.0");
        }
        """);

    [Fact]
    public Task Client_ThatANestedTypeSetsUp_IsFine() => Verify.File("""
        class Devices
        {
            private static readonly HttpClient Http = new();

            public Task<string> Get(string id) => Http.GetStringAsync($"https://acme.example.com/api/v3/applications/a/devices/{id}");

            public static class Setup
            {
                public static void Run() => Http.DefaultRequestHeaders.UserAgent.ParseAdd("acme/1.0");
            }
        }
        """);

    [Fact]
    public async Task Hosts_ThatTheProjectLists_AreOfTheApi()
    {
        const string Program = """
            using var client = new HttpClient();
            await client.{|TTS1002:GetAsync|}("https://lora.acme.example/api/v3/gateways/g1");
            await client.GetAsync("https://eu.lora.acme.example/api/v3/gateways/g1");
            """;
        await RequestCode.Verify(Program, new([], new ListedHosts("other.example, lora.acme.example")));
        await RequestCode.Verify(Program.Replace("{|TTS1002:GetAsync|}", "GetAsync", StringComparison.Ordinal), new([], new ListedHosts("acme.example.com")));
    }

    [Fact]
    public Task OtherApis_AreFine() => RequestCode.Verify("""
        using var client = new HttpClient();
        await client.GetAsync("https://github.example.com/api/v3/users/octocat");
        await client.GetAsync("https://github.example.com/api/v3/organizations");
        await client.GetAsync("https://openproject.example.com/api/v3/users/me");
        await client.GetAsync($"https://acme.example.com/api/v3/{app}/devices");
        await client.GetAsync("https://www.thethingsnetwork.org/docs/applications");
        await client.GetAsync(app);
        """);

    [Fact]
    public Task BadUserAgents_OfClientsAndMessages_AreFlagged() => RequestCode.Verify("""
        var url = $"https://acme.example.com/api/v3/applications/{app}/devices/{dev}";
        using var a = new HttpClient();
        a.DefaultRequestHeaders.UserAgent.ParseAdd({|TTS1003:"acme"|});
        await a.GetAsync(url);
        await a.GetAsync(url);
        http.DefaultRequestHeaders.Add("User-Agent", {|TTS1004:"my-integration/1.0"|});
        await http.GetAsync(url);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", {|TTS1005:"(acme"|});
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("acme", "0.0.0"));
        await http.SendAsync(request);
        using var b = new HttpClient();
        b.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("acme", {|TTS1003:"0.0.0"|}));
        b.DefaultRequestHeaders.UserAgent.ParseAdd("dotnet");
        await b.GetAsync(url);
        using var other = new HttpClient();
        other.DefaultRequestHeaders.UserAgent.ParseAdd("acme");
        await other.GetAsync("https://example.com/");
        """);

    private sealed class ListedHosts(string hosts) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Options(hosts);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(string hosts) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key == "thethingsstack_hosts" ? hosts : null;
                return value is not null;
            }
        }
    }
}
