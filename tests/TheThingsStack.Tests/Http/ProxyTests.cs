using System.Net;
using TheThingsStack.Http;

namespace TheThingsStack.Tests.Http;

/// <summary>Changes the proxy of the whole process, so it runs alone.</summary>
[CollectionDefinition(nameof(ProxyTests), DisableParallelization = true)]
[Collection(nameof(ProxyTests))]
public sealed class ProxyTests
{
    [Fact]
    public async Task PlainHttp_WithAProxyAround_DoesNotShowItTheKey()
    {
        await using var proxy = new LoopbackServer();
        await using var server = new LoopbackServer();
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        try
        {
            using var connection = Calls.Connect(server);
            await Calls.GetAsync(connection);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
        Assert.Empty(proxy.Requests);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Https_WithAProxyAround_ShowsItTheHostOnly()
    {
        await using var proxy = new LoopbackServer(Answer.Bytes(502, []));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        try
        {
            using var connection = new ApiConnection(Calls.Options("host.example.com"));
            await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
        Assert.Equal(("CONNECT", "host.example.com:443", null), (proxy.Request.Method, proxy.Request.Target, proxy.Request.Header("Authorization")));
    }
}
