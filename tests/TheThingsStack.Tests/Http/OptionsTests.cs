using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using TheThingsStack.Http;

namespace TheThingsStack.Tests.Http;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("tenant1.thethings.example.com", "https://tenant1.thethings.example.com/api/v3/x")]
    [InlineData("tenant1.thethings.example.com:8885", "https://tenant1.thethings.example.com:8885/api/v3/x")]
    [InlineData("https://host.example.com", "https://host.example.com/api/v3/x")]
    [InlineData("https://host.example.com/", "https://host.example.com/api/v3/x")]
    [InlineData("HTTPS://Host.Example.com:443/", "https://host.example.com/api/v3/x")]
    [InlineData("localhost:8885", "https://localhost:8885/api/v3/x")]
    [InlineData("http://localhost:1885", "http://localhost:1885/api/v3/x")]
    [InlineData("http://LOCALHOST", "http://localhost/api/v3/x")]
    [InlineData("http://stack.localhost:1885/", "http://stack.localhost:1885/api/v3/x")]
    [InlineData("http://127.0.0.1:1885", "http://127.0.0.1:1885/api/v3/x")]
    [InlineData("http://127.8.9.10", "http://127.8.9.10/api/v3/x")]
    [InlineData("http://[::1]:1885", "http://[::1]:1885/api/v3/x")]
    [InlineData("[2001:db8::1]:8885", "https://[2001:db8::1]:8885/api/v3/x")]
    public async Task Address_OfEveryForm_IsUsed(string address, string expected)
    {
        Uri? asked = null;
        using var http = new HttpClient(new Asked(uri => asked = uri));
        using var connection = new ApiConnection(Calls.Options(address), http);
        await connection.SendAsync(new ApiRequest(Calls.Events, $"/x"), null, default);
        Assert.Equal(expected, asked!.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://host.example.com", "plain http")]
    [InlineData("http://localhost.example.com", "plain http")]
    [InlineData("http://notlocalhost", "plain http")]
    [InlineData("http://10.0.0.1", "plain http")]
    [InlineData("http://128.0.0.1", "plain http")]
    [InlineData("http://[2001:db8::1]", "plain http")]
    [InlineData("ftp://host.example.com", "scheme ftp")]
    [InlineData("https://host.example.com/api/v3", "has a path")]
    [InlineData("host.example.com/api/v3", "has a path")]
    [InlineData("https://host.example.com/?a=b", "query")]
    [InlineData("https://host.example.com/#a", "query or fragment")]
    [InlineData("https://user:NNSXS.SECRET@host.example.com", "no user name")]
    [InlineData("host .example.com", "ASCII letters")]
    [InlineData("host.example.com\n", "ASCII letters")]
    [InlineData("https:\\\\host.example.com", "ASCII letters")]
    [InlineData("höst.example.com", "ASCII letters")]
    [InlineData("host.example.com:99999", "not a host")]
    [InlineData("host.example.com:0", "port 0")]
    [InlineData("https://", "not a host")]
    [InlineData("://host", "not a host")]
    [InlineData(":8885", "not a host")]
    [InlineData("", "required")]
    [InlineData(null, "required")]
    public void Address_NotUsable_IsExplained(string? address, string explanation)
    {
        var options = Calls.Options("x");
        options.Address = address;
        var e = Assert.Throws<ArgumentException>(options.Validate);
        Assert.Contains("- Address: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(explanation, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_OfManyFaults_NamesThemAll()
    {
        var options = new TheThingsStackOptions { IdentityAddress = "http://identity.example.com", Timeout = TimeSpan.Zero };
        Assert.Equal(["Address", "IdentityAddress", "ApiKey", "UserAgent", "Timeout"], options.GetFaults().Select(f => f.Split(':')[0]));
        var e = Assert.Throws<ArgumentException>(options.Validate);
        Assert.All(options.GetFaults(), f => Assert.Contains($"\n- {f}", e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_OfGoodOptions_FindsNothing()
    {
        var options = Calls.Options("host.example.com");
        options.IdentityAddress = "identity.example.com";
        Assert.Empty(options.GetFaults());
        options.IdentityAddress = "";
        options.Timeout = Timeout.InfiniteTimeSpan;
        Assert.Empty(options.GetFaults());
        Assert.Equal(TimeSpan.FromSeconds(100), new TheThingsStackOptions().Timeout);
    }

    [Theory]
    [InlineData("NNSXS.SECRET ")]
    [InlineData("NNSXS.SECRET\r\nX: y")]
    [InlineData("NNSXS.\tSECRET")]
    [InlineData("NNSXS.SECRETä")]
    [InlineData("\u007fSECRET")]
    public void ApiKey_NotUsable_IsRefusedWithoutShowingIt(string key)
    {
        var options = Calls.Options("host.example.com");
        options.ApiKey = key;
        var e = Assert.Throws<ArgumentException>(options.Validate);
        Assert.Contains("- ApiKey: ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_OfOptions_ShowsAllButTheKey()
    {
        var text = Calls.Options("host.example.com").ToString();
        Assert.Contains("host.example.com", text, StringComparison.Ordinal);
        Assert.Contains("acme-tests/1.2.3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.Equal("{ToString(),nq}", typeof(TheThingsStackOptions).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
    }

    [Theory]
    [InlineData("acme/1.4.0", "acme", "1.4.0")]
    [InlineData("a!#$%&'*+-.^_`|~9/v1.0-rc.1+build", "a!#$%&'*+-.^_`|~9", "v1.0-rc.1+build")]
    public void UserAgent_OfTwoTokens_IsRead(string text, string product, string version)
    {
        var agent = UserAgent.Parse(text);
        Assert.Equal((product, version, text), (agent.Product, agent.Version, agent.ToString()));
        Assert.Equal(new UserAgent(product, version), agent);
        Assert.Equal(new UserAgent(product, version).GetHashCode(), agent.GetHashCode());
        Assert.NotEqual(new UserAgent(product, "2"), agent);
        Assert.Equal(agent, TypeDescriptor.GetConverter(typeof(UserAgent)).ConvertFromInvariantString(text));
        Assert.True(UserAgent.TryParse(text, out var same));
        Assert.Equal(agent, same);
    }

    [Theory]
    [InlineData("acme", "no version")]
    [InlineData("", "no version")]
    [InlineData("acme/", "version of a user agent must not be empty")]
    [InlineData("/1.0", "product of a user agent must not be empty")]
    [InlineData("acme/1.0/2", "'/'")]
    [InlineData("acme / 1.0", "a blank")]
    [InlineData("acme/1.0 (x)", "a blank")]
    [InlineData("acme/1.0\r\n", "control character U+000D")]
    [InlineData("äcme/1.0", "'ä'")]
    public void UserAgent_OfAnotherForm_IsExplained(string text, string explanation)
    {
        Assert.Contains(explanation, Assert.Throws<FormatException>(() => UserAgent.Parse(text)).Message, StringComparison.Ordinal);
        Assert.False(UserAgent.TryParse(text, out var agent));
        Assert.Null(agent);
    }

    [Fact]
    public void UserAgent_OfWrongParts_NamesThePart()
    {
        Assert.Equal("product", Assert.Throws<ArgumentException>(() => new UserAgent("a b", "1")).ParamName);
        Assert.Equal("version", Assert.Throws<ArgumentException>(() => new UserAgent("a", "")).ParamName);
        Assert.Equal("version", Assert.Throws<ArgumentException>(() => new UserAgent("a", null!)).ParamName);
        Assert.False(UserAgent.TryParse(null, out _));
    }

    private sealed class Asked(Action<Uri> asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked(request.RequestUri!);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}"), RequestMessage = request });
        }
    }
}
