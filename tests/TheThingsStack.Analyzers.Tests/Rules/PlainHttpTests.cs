using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.CodeFixes.Fixes;

namespace TheThingsStack.Analyzers.Tests.Rules;

public class PlainHttpTests
{
    [Fact]
    public Task Address_OverPlainHttp_IsFlagged() => Verify.Statements("""
        var port = Environment.ProcessId;
        var host = "{|TTS1007:http://|}local.example.com";
        var options = new TheThingsStackOptions
        {
            Address = "{|TTS1007:http://|}tenant1.thethings.example.com",
            IdentityAddress = "{|TTS1007:HTTP://|}10.0.0.1:1885",
            UserAgent = new("acme", "1.0"),
            Addresses = { [TheThingsStack.Http.StackServer.JoinServer] = "{|TTS1007:http://|}js.example.com" },
        };
        options.Address = host;
        options.Address = $"{|TTS1007:http://|}stack.example.com:{port}";
        options.Addresses[TheThingsStack.Http.StackServer.NetworkServer] = "{|TTS1007:http://|}localhost.example.com";
        options.Addresses.Add(TheThingsStack.Http.StackServer.GatewayServer, @"{|TTS1007:http://|}[2001:db8::1]:1885");
        """);

    [Fact]
    public Task Address_InAConstant_IsFlaggedWhereItIsUsed() => Verify.File("""
        class Program
        {
            private const string Host = "http://stack.example.com";
            static TheThingsStackOptions Options => new() { Address = {|TTS1007:Host|} };
        }
        """);

    [Theory]
    [InlineData("https://stack.example.com")]
    [InlineData("stack.example.com")]
    [InlineData("stack.example.com:1885")]
    [InlineData("http://localhost")]
    [InlineData("http://LocalHost:1885")]
    [InlineData("http://stack.localhost:1885")]
    [InlineData("http://127.0.0.1:1885")]
    [InlineData("http://127.8.9.10")]
    [InlineData("http://[::1]:1885")]
    [InlineData("http://")]
    [InlineData("")]
    public Task Address_SafeOrNone_IsNot(string address) => Verify.Statements($$"""
        var options = new TheThingsStackOptions { Address = "{{address}}", IdentityAddress = "{{address}}", UserAgent = new("acme", "1.0") };
        options.Addresses[TheThingsStack.Http.StackServer.JoinServer] = "{{address}}";
        """);

    [Fact]
    public Task Address_NotSeen_IsNot() => Verify.Statements("""
        var host = Environment.GetEnvironmentVariable("HOST");
        var local = "http://localhost";
        if (host is not null)
            local = "http://stack.example.com";
        var options = new TheThingsStackOptions { Address = host, UserAgent = new("acme", "1.0") };
        options.Address = $"http://{host}:1885";
        options.Address = "http://" + host;
        options.Address = local;
        """);

    [Fact]
    public Task Address_OfSomethingElse_IsNot() => Verify.File("""
        class Site
        {
            public string? Address { get; set; } = "http://example.com";
            public Dictionary<string, string> Addresses { get; } = new() { ["home"] = "http://example.com" };
            static Site Other() => new() { Address = "http://example.com", Addresses = { ["work"] = "http://example.org" } };
        }
        """);

    [Fact]
    public Task Fix_OfAllForms_WritesHttpsAndItsPort() => Verify.FixStatements<PlainHttpFix>("""
        var options = new TheThingsStackOptions { Address = "{|TTS1007:http://|}a.example.com", UserAgent = new("acme", "1.0") };
        options.IdentityAddress = @"{|TTS1007:HTTP://|}b.example.com:1885";
        options.Addresses[TheThingsStack.Http.StackServer.JoinServer] = $"{|TTS1007:http://|}c.example.com:{Environment.ProcessId}";
        options.Address = "{|TTS1007:http://|}d.example.com:80";
        options.Address = "{|TTS1007:http://|}e.example.com:8080";
        """, """
        var options = new TheThingsStackOptions { Address = "https://a.example.com", UserAgent = new("acme", "1.0") };
        options.IdentityAddress = @"https://b.example.com:8885";
        options.Addresses[TheThingsStack.Http.StackServer.JoinServer] = $"https://c.example.com:{Environment.ProcessId}";
        options.Address = "https://d.example.com:443";
        options.Address = "https://e.example.com:8080";
        """);
}
