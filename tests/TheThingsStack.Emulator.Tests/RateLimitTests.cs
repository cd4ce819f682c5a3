using System.Net;
using TheThingsStack.Emulator.RateLimiting;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class RateLimitTests
{
    private const string Device = "/api/v3/applications/app1/devices/dev1";
    private const string Events = """{"identifiers":[{"application_ids":{"application_id":"app1"}}]}""";

    private static readonly string[] Headers = ["X-Rate-Limit-Limit", "X-Rate-Limit-Available", "X-Rate-Limit-Reset", "X-Rate-Limit-Retry"];

    private readonly ManualClock _clock = new();

    [Fact]
    public void Limiter_Always_FollowsTheGenericCellRateAlgorithm()
    {
        var limiter = new RateLimiter(RateLimit.Create(maxPerMinute: 6, maxBurst: 3));
        var start = DateTimeOffset.UnixEpoch;

        Assert.Equal((2, 10, 0), Take(start));
        Assert.Equal((1, 20, 0), Take(start));
        Assert.Equal((0, 30, 0), Take(start));
        Assert.Equal((0, 30, 10), Take(start));
        Assert.Equal((0, 29.5, 9.5), Take(start.AddSeconds(0.5)));
        Assert.Equal((0, 30, 0), Take(start.AddSeconds(10)));
        Assert.Equal((2, 10, 0), Take(start.AddMinutes(10)));

        (int, double, double) Take(DateTimeOffset time)
        {
            var state = limiter.Take("key", time);
            Assert.Equal(state.RetryAfter > TimeSpan.Zero, state.IsExceeded);
            Assert.Equal(3, state.Limit);
            return (state.Remaining, state.ResetAfter.TotalSeconds, state.RetryAfter.TotalSeconds);
        }
    }

    [Fact]
    public async Task Calls_BeyondTheLimit_AreRefusedUntilItIsTime()
    {
        await using var emulator = await Start(l => l.Add("EndDeviceRegistry/Get", maxPerMinute: 30, maxBurst: 2));
        using var api = new ApiClient(emulator);

        Assert.Equal("2|1|2|0", Told(await api.Get(Device)));
        Assert.Equal("2|0|4|0", Told(await api.Get(Device)));
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        var refused = await api.Get(Device);
        Assert.Equal(429, refused.Status);
        Assert.Equal("2|0|3|1", Told(refused));
        Assert.Equal(8, refused.Json["code"]!.GetValue<int>());
        Assert.Equal("pkg/ratelimit:rate_limit_exceeded", refused.ErrorName);
        Assert.Equal(2, refused.Detail!["attributes"]!["rate"]!.GetValue<int>());
        Assert.Equal($"grpc:method:/ttn.lorawan.v3.EndDeviceRegistry/Get:end device:app1.dev1:token:{emulator.ApiKey.Split('.')[1]}", refused.Detail["attributes"]!["key"]!.GetValue<string>());
        Assert.Null(refused.Header("Retry-After"));
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal("2|0|4|0", Told(await api.Get(Device)));
    }

    [Fact]
    public async Task Counts_AreKeptByRpcEntityAndToken()
    {
        await using var emulator = await Start(l => l.Add("EndDeviceRegistry/Get", 60, 1).Add("ApplicationRegistry/Get", 60, 1));
        using var api = new ApiClient(emulator);
        using var other = await Keys.Client(emulator, api, "applications/app1", "RIGHT_APPLICATION_ALL");
        using var anonymous = new ApiClient(emulator) { Authorization = null };

        Assert.Equal(200, (await api.Get(Device)).Status);
        Assert.Equal(429, (await api.Get(Device)).Status);
        Assert.Equal(404, (await api.Get("/api/v3/applications/app1/devices/dev2")).Status);
        Assert.Equal(429, (await api.Get("/api/v3/applications/app1/devices/dev2")).Status);
        Assert.Equal(200, (await other.Get(Device)).Status);
        Assert.Equal(200, (await api.Get("/api/v3/applications/app1")).Status);
        Assert.Equal(429, (await api.Get("/api/v3/applications/app1")).Status);
        Assert.Equal("1|0|1|0", Told(await anonymous.Get("/api/v3/applications/app1")));
        Assert.EndsWith("application:app1:token:unauthenticated", (await anonymous.Get("/api/v3/applications/app1")).Detail!["attributes"]!["key"]!.GetValue<string>());
    }

    [Fact]
    public async Task Headers_WithoutALimitOrBeforeIt_AreAbsent()
    {
        await using var emulator = await Start(l => l.Add("EndDeviceRegistry/Get", 60));
        using var api = new ApiClient(emulator);

        Assert.Equal("60|59|1|0", Told(await api.Get(Device)));
        foreach (var path in (string[])[$"{Device}?field_mask=nonsense", "/api/v3/applications/APP/devices/dev1", "/api/v3/applications/app1", "/api/v3/nowhere"])
            Assert.Equal("|||", Told(await api.Get(path)));
        Assert.Equal("60|58|2|0", Told(await api.Get(Device)));
    }

    [Theory]
    [InlineData("Bearer nonsense", 400)]
    [InlineData("Basic abc", 401)]
    public async Task Headers_OnRefusedCredentials_ArePresent(string authorization, int status)
    {
        await using var emulator = await Start(l => l.AddDefault(60));
        using var api = new ApiClient(emulator) { Authorization = authorization };

        var answer = await api.Get(Device);

        Assert.Equal(status, answer.Status);
        Assert.Equal("60|59|1|0", Told(answer));
    }

    [Fact]
    public async Task Default_IsForWhatHasNoLimitOfItsOwn()
    {
        await using var emulator = await Start(l => l.AddDefault(60, 2).Add("EndDeviceRegistry/Get", 60, 5));
        using var api = new ApiClient(emulator);

        Assert.Equal("5|4|1|0", Told(await api.Get(Device)));
        Assert.Equal("2|1|1|0", Told(await api.Get("/api/v3/applications/app1")));
        Assert.Equal("2|1|1|0", Told(await api.Get("/api/v3/applications")));
    }

    [Fact]
    public async Task Streams_AreCountedWhenTheyOpen()
    {
        await using var emulator = await Start(l => l.Add("Events/Stream", 60, 1));
        using var api = new ApiClient(emulator);
        await using var stream = new EventLines(await api.Open(HttpMethod.Post, "/api/v3/events", Events));
        await stream.Next();

        var refused = await api.Post("/api/v3/events", Events);
        Assert.Equal(429, refused.Status);
        Assert.Equal(["error"], refused.Json.Select(p => p.Key));
        Assert.StartsWith("grpc:stream:accept:/ttn.lorawan.v3.Events/Stream:token:", refused.Detail!["attributes"]!["key"]!.GetValue<string>());
        Assert.Equal("1", stream.Response.Headers.GetValues("X-Rate-Limit-Limit").Single());
        await api.Put(Device, Body.Device("""{"name":"x"}""", "name"));
        await api.Put(Device, Body.Device("""{"name":"y"}""", "name"));
        Assert.Equal(["end_device.update", "end_device.update"], [await stream.NextName(), await stream.NextName()]);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(400, (await api.Post("/api/v3/events", "{}")).Status);
    }

    [Fact]
    public async Task Calls_OfManyAtOnce_AreCountedExactly()
    {
        await using var emulator = await Start(l => l.Add("EndDeviceRegistry/Get", 600, 10));
        using var api = new ApiClient(emulator);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => api.Get(Device)));

        Assert.Equal(10, answers.Count(a => a.Status == 200));
        Assert.Equal(90, answers.Count(a => a.Status == (int)HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Options_WithAnUnknownRpcOrNumber_AreRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Start(l => l.Add("EndDeviceRegistry/Read", 60)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimits().Add("EndDeviceRegistry/Get", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimits().AddDefault(1, -1));
        await using var emulator = await Start(l => l.Add("EndDeviceRegistry/Get", 1));
    }

    private Task<TheThingsStackEmulator> Start(Action<RateLimits> set)
    {
        var options = new TheThingsStackEmulatorOptions { TimeProvider = _clock };
        set(options.RateLimits);
        return TheThingsStackEmulator.StartAsync(options);
    }

    private static string Told(Answer answer) => string.Join('|', Headers.Select(answer.Header));
}
