using TheThingsStack.Analyzers.Tests.Requests;

namespace TheThingsStack.Analyzers.Tests.Rules;

/// <summary>Plain http in requests that are written by hand.</summary>
public class PlainHttpRequestTests
{
    [Fact]
    public Task Address_OfAnotherMachine_IsFlaggedOnce() => RequestCode.Verify("""
        await http.GetAsync($"{|TTS1007:http://|}acme.example.com/api/v3/applications/{app}/devices/{dev}");
        using var client = new HttpClient { BaseAddress = new Uri("{|TTS1007:http://|}thethings.example.com:1885/api/v3/") };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("acme/1.0");
        await client.GetAsync($"applications/{app}");
        await client.GetAsync($"applications/{app}/devices/{dev}");
        """);

    [Fact]
    public Task ThisMachine_OtherApis_AndUnseenHosts_AreNot() => RequestCode.Verify("""
        await http.GetAsync($"http://localhost:1885/api/v3/applications/{app}/devices/{dev}");
        await http.GetAsync($"http://stack.localhost/api/v3/applications/{app}/devices/{dev}");
        await http.GetAsync($"http://127.0.0.1:1885/api/v3/applications/{app}/devices/{dev}");
        await http.GetAsync($"http://[::1]:1885/api/v3/applications/{app}/devices/{dev}");
        await http.GetAsync($"http://{app}/api/v3/applications/{app}/devices/{dev}");
        await http.GetAsync("http://intranet.example.com/api/v3/users/me");
        await http.GetAsync("http://thethings.example.com/docs");
        """);
}
