using System.Net;
using TheThingsStack.Http;

namespace TheThingsStack.Tests.Http;

public sealed class ConnectionTests
{
    [Fact]
    public async Task Get_AsSent_IsExact()
    {
        await using var server = new LoopbackServer("""{"name":"d"}""");
        using var connection = Calls.Connect(server);
        var request = Calls.GetDevice();
        request.Query("field_mask", "name,description,locations");
        Assert.Equal("d", (await connection.SendAsync<Probe>(request, null, default)).Name);
        Assert.Equal(("GET", "/api/v3/applications/app1/devices/dev1?field_mask=name,description,locations"), (server.Request.Method, server.Request.Target));
        Assert.Equal($"Bearer {Calls.Key}", server.Request.Header("Authorization"));
        Assert.Matches(@"^acme-tests/1\.2\.3 TheThingsStack\.Generators/\d+\.\d+\.\d+[^ ]*$", server.Request.Header("User-Agent"));
        Assert.Equal("application/json", server.Request.Header("Accept"));
        Assert.Equal("gzip", server.Request.Header("Accept-Encoding"));
        Assert.Equal(server.Authority, server.Request.Header("Host"));
        Assert.Null(server.Request.Header("Content-Type"));
        Assert.Null(server.Request.Header("X-Request-Id"));
        Assert.Null(server.Request.Header("Cookie"));
    }

    [Fact]
    public async Task Post_WithoutBody_SaysSo()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        await connection.SendAsync(new ApiRequest(Calls.Create, $"/a"), null, default);
        Assert.Equal(("POST", "0", null), (server.Request.Method, server.Request.Header("Content-Length"), server.Request.Header("Content-Type")));
    }

    [Fact]
    public async Task Get_EncodedValues_ArriveAsEncoded()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        var request = new ApiRequest(Calls.Get, $"/applications/{"a/../b"}/devices/{"..%2e"}/{"x:y@z;w"}");
        request.Query("attributes_contain", new Dictionary<string, string> { ["k"] = "#" });
        await connection.SendAsync(request, null, default);
        Assert.Equal("/api/v3/applications/a%2F..%2Fb/devices/..%252e/x%3Ay%40z%3Bw?attributes_contain%5Bk%5D=%23", server.Request.Target);
    }

    [Fact]
    public async Task RequestIdAndHeaders_Given_AreSent()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        var request = Calls.GetDevice();
        request.Header("If-Match", "\"v1\"");
        request.Header("X-None", null);
        await connection.SendAsync<Probe>(request, new CallOptions { RequestId = "r-1" }, default);
        Assert.Equal(("r-1", "\"v1\"", null), (server.Request.Header("X-Request-Id"), server.Request.Header("If-Match"), server.Request.Header("X-None")));
    }

    [Fact]
    public async Task IdentityAddress_IfSet_TakesIdentityServerCallsOnly()
    {
        await using var cluster = new LoopbackServer();
        await using var identity = new LoopbackServer();
        var options = Calls.Options(cluster.Address);
        options.IdentityAddress = identity.Address;
        using var connection = new ApiConnection(options);
        await Calls.GetAsync(connection);
        await connection.SendAsync(new ApiRequest(new ApiMethod("Ns/Get", "GET", "/ns/x", StackServer.NetworkServer), $"/ns/x"), null, default);
        Assert.Equal("/api/v3/applications/app1/devices/dev1", identity.Request.Target);
        Assert.Equal("/api/v3/ns/x", cluster.Request.Target);
    }

    [Fact]
    public async Task Addresses_OfServers_TakeTheirCallsOnly()
    {
        await using var cluster = new LoopbackServer();
        await using var network = new LoopbackServer();
        await using var identity = new LoopbackServer();
        var options = Calls.Options(cluster.Address);
        options.Addresses[StackServer.NetworkServer] = network.Address;
        options.Addresses[StackServer.IdentityServer] = identity.Address;
        using var connection = new ApiConnection(options);
        options.Addresses.Clear();
        foreach (var server in new[] { StackServer.NetworkServer, StackServer.IdentityServer, StackServer.JoinServer, StackServer.Any })
            await connection.SendAsync(new ApiRequest(new ApiMethod("A/B", "GET", "/x/{server}", server), $"/x/{server.ToString()}"), null, default);
        Assert.Equal("/api/v3/x/NetworkServer", network.Request.Target);
        Assert.Equal("/api/v3/x/IdentityServer", identity.Request.Target);
        Assert.Equal(["/api/v3/x/JoinServer", "/api/v3/x/Any"], cluster.Requests.Select(r => r.Target));
    }

    [Fact]
    public void Addresses_NotUsable_AreNamed()
    {
        var options = Calls.Options("cluster.example.com");
        options.IdentityAddress = "identity.example.com";
        options.Addresses[StackServer.NetworkServer] = "http://ns.example.com";
        options.Addresses[StackServer.JoinServer] = "";
        options.Addresses[StackServer.IdentityServer] = "other.example.com";
        options.Addresses[(StackServer)99] = "host.example.com";
        Assert.Equal(
            ["Addresses[NetworkServer]", "Addresses[JoinServer]", "Addresses[IdentityServer]", "Addresses[99]"],
            options.GetFaults().Select(f => f.Split(':')[0]));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("tenant1.localhost")]
    public async Task Host_OfSeveralAddresses_IsReachedAtTheOneThatAnswers(string host)
    {
        // localhost is [::1] first on most machines, where this server does not listen.
        await using var server = new LoopbackServer();
        using var connection = new ApiConnection(Calls.Options($"http://{host}:{server.Authority.Split(':')[1]}"));
        await Calls.GetAsync(connection);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Options_ChangedLater_DoNotMatter()
    {
        await using var server = new LoopbackServer();
        var options = Calls.Options(server.Address);
        using var connection = new ApiConnection(options);
        (options.Address, options.ApiKey, options.UserAgent) = ("other.example.com", "other", null);
        await Calls.GetAsync(connection);
        Assert.Equal($"Bearer {Calls.Key}", server.Request.Header("Authorization"));
    }

    [Fact]
    public void Connection_WithoutKeyOrUserAgent_IsRefusedAtOnce()
    {
        using var http = new HttpClient();
        var e = Assert.Throws<ArgumentException>(() => new ApiConnection(new TheThingsStackOptions { Address = "host.example.com" }, http));
        Assert.Contains("ApiKey", e.Message, StringComparison.Ordinal);
        Assert.Contains("UserAgent", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new ApiConnection(null!));
        Assert.Throws<ArgumentNullException>(() => new ApiConnection(Calls.Options("host.example.com"), null!));
    }

    [Fact]
    public async Task HttpClient_OfCaller_IsNeitherChangedNorDisposed()
    {
        await using var server = new LoopbackServer();
        using var http = new HttpClient();
        http.BaseAddress = new Uri("https://elsewhere.example.com/");
        http.DefaultRequestHeaders.Add("X-Mine", "1");
        http.DefaultRequestHeaders.Add("Authorization", "Bearer mine");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("mine/1");
        var before = (http.BaseAddress, http.Timeout, http.DefaultRequestVersion, http.DefaultRequestHeaders.ToString());
        using (var connection = new ApiConnection(Calls.Options(server.Address), http))
            await Calls.GetAsync(connection);
        Assert.Equal(before, (http.BaseAddress, http.Timeout, http.DefaultRequestVersion, http.DefaultRequestHeaders.ToString()));
        Assert.Equal(("1", $"Bearer {Calls.Key}"), (server.Request.Header("X-Mine"), server.Request.Header("Authorization")));
        Assert.StartsWith("acme-tests/1.2.3 ", server.Request.Header("User-Agent"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(server.Address))).StatusCode);
    }

    [Fact]
    public async Task Connection_Disposed_IsClosed()
    {
        await using var server = new LoopbackServer();
        var connection = Calls.Connect(server);
        connection.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Calls.GetAsync(connection));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_ToAnotherHost_IsAnErrorAndLeaksNothing(int status)
    {
        await using var other = new LoopbackServer("""{"name":"stolen"}""");
        var e = await Calls.FailAsync(Answer.Bytes(status, [], $"Location: {other.Address}/api/v3/x?key=1"));
        Assert.Empty(other.Requests);
        Assert.Equal((HttpStatusCode)status, e.StatusCode);
        Assert.Contains($"redirects to {other.Address},", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key=1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_FollowedByHttpClientOfCaller_IsAnErrorAndLeaksNothing()
    {
        await using var other = new LoopbackServer("""{"name":"stolen"}""");
        await using var server = new LoopbackServer(Answer.Bytes(302, [], $"Location: {other.Address}/x"));
        using var http = new HttpClient();
        using var connection = new ApiConnection(Calls.Options(server.Address), http);
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        Assert.Contains("redirects", e.Message, StringComparison.Ordinal);
        Assert.Null(other.Request.Header("Authorization"));
    }

    [Fact]
    public async Task Cookies_OfServer_AreNotKept()
    {
        await using var server = new LoopbackServer(Answer.Json(200, "{}", "Set-Cookie: a=b; Path=/"));
        using var connection = Calls.Connect(server);
        await Calls.GetAsync(connection);
        await Calls.GetAsync(connection);
        Assert.All(server.Requests, r => Assert.Null(r.Header("Cookie")));
    }

    [Fact]
    public async Task Address_TooLong_IsRefusedBeforeSending()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        var request = Calls.GetDevice();
        request.Query("field_mask", new string('x', 70_000));
        var e = await Assert.ThrowsAsync<ArgumentException>(() => connection.SendAsync<Probe>(request, null, default));
        Assert.Contains("EndDeviceRegistry/Get", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Address_OfTwentyThousandCharacters_IsSent()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        var request = Calls.GetDevice();
        request.Query("field_mask", new string('x', 20_000));
        await connection.SendAsync<Probe>(request, null, default);
        Assert.EndsWith(new string('x', 20_000), server.Request.Target, StringComparison.Ordinal);
    }
}
