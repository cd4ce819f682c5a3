using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Polly;
using TheThingsStack.Diagnostics;
using TheThingsStack.Http;
using TheThingsStack.Tests.Http;

namespace TheThingsStack.Tests.Hosting;

public sealed class HostingTests
{
    [Fact]
    public async Task Client_FromTheContainer_IsOneAndCalls()
    {
        await using var server = new LoopbackServer("""{"name":"d"}""");
        var services = new ServiceCollection();
        services.AddProbe(ProbeClientServices.At(server.Address));
        ProbeClient client;
        await using (var provider = services.BuildServiceProvider(validateScopes: true))
        {
            client = provider.GetRequiredService<ProbeClient>();
            Assert.Same(client, provider.GetRequiredService<ProbeClient>());
            Assert.Same(client, provider.GetRequiredService<ITheThingsStackClientFactory<ProbeClient>>().GetClient(""));
            Assert.Equal("d", (await client.GetAsync()).Name);
        }
        Assert.True(client.IsDisposed);
        Assert.Equal($"Bearer {Calls.Key}", server.Request.Header("Authorization"));
        Assert.StartsWith("acme-tests/1.2.3 TheThingsStack.Generators/", server.Request.Header("User-Agent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_OfNames_HaveTheirOwnOptions()
    {
        await using var one = new LoopbackServer();
        await using var two = new LoopbackServer();
        var services = new ServiceCollection();
        services.AddProbe("one", ProbeClientServices.At(one.Address));
        services.AddProbe("two", o =>
        {
            ProbeClientServices.At(two.Address)(o);
            o.ApiKey = "NNSXS.OTHER.KEY";
        });
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<ITheThingsStackClientFactory<ProbeClient>>();
        await factory.GetClient("one").GetAsync();
        await provider.GetRequiredKeyedService<ProbeClient>("two").GetAsync();
        Assert.Same(factory.GetClient("two"), provider.GetRequiredKeyedService<ProbeClient>("two"));
        Assert.Equal($"Bearer {Calls.Key}", one.Request.Header("Authorization"));
        Assert.Equal("Bearer NNSXS.OTHER.KEY", two.Request.Header("Authorization"));
        var e = Assert.Throws<InvalidOperationException>(() => factory.GetClient("three"));
        Assert.Contains("AddTheThingsStack(\"three\", …)", e.Message, StringComparison.Ordinal);
        Assert.Null(provider.GetService<ProbeClient>());
    }

    [Fact]
    public async Task Redirect_OfAServer_IsNotFollowed()
    {
        await using var other = new LoopbackServer();
        await using var server = new LoopbackServer(Answer.Bytes(307, [], $"Location: {other.Address}/x", "Set-Cookie: a=b"));
        var services = new ServiceCollection();
        services.AddProbe(ProbeClientServices.At(server.Address));
        await using var provider = services.BuildServiceProvider();
        for (var i = 0; i < 2; i++)
            await Assert.ThrowsAsync<TheThingsStackException>(() => provider.GetRequiredService<ProbeClient>().GetAsync());
        Assert.Empty(other.Requests);
        Assert.All(server.Requests, r => Assert.Null(r.Header("Cookie")));
    }

    [Fact]
    public void Options_FromConfiguration_AreAllRead()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Stack:Address"] = "cluster.example.com",
            ["Stack:IdentityAddress"] = "identity.example.com",
            ["Stack:Addresses:NetworkServer"] = "ns.example.com:8885",
            ["Stack:Addresses:joinserver"] = "js.example.com",
            ["Stack:ApiKey"] = "NNSXS.A.B",
            ["Stack:UserAgent"] = "acme/1.4.0",
            ["Stack:Timeout"] = "00:00:30",
            ["Stack:RateLimits:Enabled"] = "false",
            ["Stack:RateLimits:MaxRetries"] = "2",
            ["Stack:RateLimits:MaxWait"] = "00:00:20",
            ["Stack:RateLimits:MaxTotalWait"] = "00:01:00",
        }).Build();
        var services = new ServiceCollection();
        services.AddProbe(configuration.GetSection("Stack"));
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ProbeClient>();
        var options = client.Options;
        Assert.Equal(("NNSXS.A.B", new UserAgent("acme", "1.4.0"), TimeSpan.FromSeconds(30)), (options.ApiKey, options.UserAgent, options.Timeout));
        var limits = options.RateLimits;
        Assert.Equal((false, 2, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1)), (limits.Enabled, limits.MaxRetries, limits.MaxWait, limits.MaxTotalWait));
        Assert.Equal(
            ["https://cluster.example.com/", "https://identity.example.com/", "https://ns.example.com:8885/", "https://js.example.com/", "https://cluster.example.com/"],
            new[] { StackServer.Any, StackServer.IdentityServer, StackServer.NetworkServer, StackServer.JoinServer, StackServer.ApplicationServer }
                .Select(s => client.Connection.AddressOf(s).AbsoluteUri));
    }

    [Fact]
    public async Task Options_NotUsable_StopTheHostAtItsStart()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddProbe("tenant1", o => (o.Address, o.ApiKey) = ("http://cluster.example.com", "NNSXS.SECRET KEY"));
        using var host = builder.Build();
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Equal(["Address", "ApiKey", "UserAgent"], e.Failures.Select(f => f.Split(": ")[1]));
        Assert.All(e.Failures, f => Assert.StartsWith("TheThingsStack 'tenant1': ", f, StringComparison.Ordinal));
        Assert.DoesNotContain("SECRET", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Configuration_NotReadable_StopsTheHostAndNamesTheKeys()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Stack:Address"] = "cluster.example.com",
            ["Stack:ApiKey"] = "NNSXS.SECRET",
            ["Stack:UserAgent"] = "acme",
            ["Stack:Timeout"] = "soon",
            ["Stack:Addresses:Nobody"] = "x",
        });
        builder.Services.AddProbe(builder.Configuration.GetSection("Stack"));
        using var host = builder.Build();
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Equal(["Stack:UserAgent", "Stack:Timeout", "Stack:Addresses:Nobody"], e.Failures.Select(f => f.Split(": ")[0]));
        Assert.DoesNotContain("SECRET", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_WithUsableOptions_Starts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddProbe(ProbeClientServices.At("cluster.example.com"));
        using var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
        Assert.NotNull(host.Services.GetRequiredService<ProbeClient>());
    }

    [Fact]
    public async Task Handlers_OfTheUser_SeeEveryRequest()
    {
        await using var server = new LoopbackServer();
        var seen = 0;
        var services = new ServiceCollection();
        services.AddProbe(ProbeClientServices.At(server.Address)).AddHttpMessageHandler(() => new Counting(() => seen++));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ProbeClient>().GetAsync();
        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task Resilience_OfTheUser_RepeatsWhatItsOptionsSay()
    {
        var count = 0;
        await using var server = new LoopbackServer((_, stream, cancellation) =>
            stream.WriteAsync(Interlocked.Increment(ref count) < 3 ? Answer.Json(503, "{}") : Answer.Json(200, """{"name":"d"}"""), cancellation).AsTask());
        var services = new ServiceCollection();
        services.AddProbe(ProbeClientServices.At(server.Address)).AddStandardResilienceHandler(o => o.Retry.Delay = TimeSpan.FromMilliseconds(1));
        await using var provider = services.BuildServiceProvider();
        Assert.Equal("d", (await provider.GetRequiredService<ProbeClient>().GetAsync()).Name);
        Assert.Equal(3, count);
    }

    [Fact]
    public async Task Resilience_ThatGivesUp_IsADocumentedException()
    {
        await using var server = new LoopbackServer((_, _, cancellation) => Task.Delay(-1, cancellation));
        var services = new ServiceCollection();
        services.AddProbe(ProbeClientServices.At(server.Address)).AddResilienceHandler("short", b => b.AddTimeout(TimeSpan.FromMilliseconds(50)));
        await using var provider = services.BuildServiceProvider();
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => provider.GetRequiredService<ProbeClient>().GetAsync());
        Assert.Equal((GrpcCode.Unavailable, true), (e.Code, e.IsTransient));
        Assert.IsType<Polly.Timeout.TimeoutRejectedException>(e.InnerException);
    }

    [Fact]
    public async Task LoggerAndClock_OfTheContainer_AreUsed()
    {
        await using var server = new LoopbackServer(Answer.Json(200, "{}", "X-Warning: old field"));
        var clock = new FakeTimeProvider();
        using var log = new LogList();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLogging(b => b.AddProvider(log));
        services.AddProbe(ProbeClientServices.At(server.Address));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ProbeClient>();
        await client.GetAsync();
        Assert.Same(clock, client.Options.TimeProvider);
        Assert.Contains(log.Own, e => e.Event.Id == LogEvents.ServerWarning);
    }

    [Fact]
    public async Task Client_RegisteredTwice_IsOneWithBothSettings()
    {
        var services = new ServiceCollection();
        services.AddProbe(ProbeClientServices.At("cluster.example.com"));
        services.AddProbe(o => o.Timeout = TimeSpan.FromSeconds(7));
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.Single(provider.GetServices<ProbeClient>()).Options.Timeout);
    }

    [Fact]
    public async Task Stream_ThroughTheFactory_OutlivesTheFactorysTimeouts()
    {
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Answer.Head(200, "Transfer-Encoding: chunked"), cancellation);
            await Task.Delay(600, cancellation);
            await stream.WriteAsync((byte[])[.. Answer.Chunk("{\"result\":{\"name\":\"a\"}}\n"u8.ToArray()), .. Answer.LastChunk], cancellation);
        });
        var services = new ServiceCollection();
        services.AddProbe(o =>
        {
            ProbeClientServices.At(server.Address)(o);
            o.Timeout = TimeSpan.FromMilliseconds(500);
        });
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(Timeout.InfiniteTimeSpan, provider.GetRequiredService<IHttpClientFactory>().CreateClient("TheThingsStack").Timeout);
        var names = new List<string?>();
        await foreach (var probe in provider.GetRequiredService<ProbeClient>().Connection.StreamAsync<Probe>(Calls.StreamEvents(), null, default))
            names.Add(probe.Name);
        Assert.Equal(["a"], names);
    }

    private sealed class Counting(Action seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
