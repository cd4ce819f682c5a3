using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using TheThingsStack.Http;
using TheThingsStack.Tests.Http;
using Xunit.Abstractions;

namespace TheThingsStack.Tests.RateLimits;

public sealed class RateLimitTests(ITestOutputHelper output)
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(50));

    [Fact]
    public async Task Callers_TwoHundredAgainstTenASecond_AllSucceedOverASocket()
    {
        // Time passes five times as fast for both sides; TTS_TEST_CLOCK=1 runs it in real time.
        var factor = int.Parse(Environment.GetEnvironmentVariable("TTS_TEST_CLOCK") ?? "5", CultureInfo.InvariantCulture);
        var clock = new FastClock(factor);
        var limit = new Gcra(clock, 10, 10);
        await using var server = new LoopbackServer((_, stream, cancellation) =>
            stream.WriteAsync(limit.Ask(out var headers) ? Answer.Json(200, "{}", headers) : Answer.Json(429, """{"code":8}""", headers), cancellation).AsTask());
        var options = Calls.Options(server.Address);
        (options.TimeProvider, options.Timeout) = (clock, TimeSpan.FromSeconds(100));
        using var connection = new ApiConnection(options);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Calls.GetAsync(connection)));
        var asked = limit.Asked;
        output.WriteLine($"{asked.Count} requests, {asked.Count(a => !a.Passed)} refused, the last after {limit.LastRefusal}; all done after {asked.Max(a => a.At) - limit.Start}");
        Assert.Equal(200, asked.Count(a => a.Passed));
        Assert.InRange(limit.LastRefusal, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(asked.Max(a => a.At) - limit.Start, TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(26));
    }

    [Theory]
    [InlineData(10, 10, 200)]
    [InlineData(5, 0.5, 20)]
    [InlineData(60, 1, 100)]
    [InlineData(2, 1, 10)]
    public async Task Callers_AgainstALimit_AllSucceedInNearlyTheBestTime(int burst, double perSecond, int callers)
    {
        var limit = new Gcra(_clock, burst, perSecond);
        using var connection = Connect(new StubHandler(limit, TimeSpan.FromMilliseconds(5)), o => o.RateLimits.MaxTotalWait = TimeSpan.FromMinutes(10));
        var all = Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Calls.GetAsync(connection)));
        await _clock.RunAsync(all, TimeSpan.FromMinutes(10), perSecond > 1 ? 50 : 200);
        await all;
        var best = TimeSpan.FromSeconds((callers - burst) / perSecond);
        var took = limit.Asked.Max(a => a.At) - limit.Start;
        output.WriteLine($"{limit.Asked.Count} requests, {limit.Asked.Count(a => !a.Passed)} refused, the last after {limit.LastRefusal}; took {took}, the best possible is {best}");
        Assert.InRange(limit.LastRefusal, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(took, best, (best * 1.3) + TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Callers_SurprisedByALimit_AreRefusedOnce()
    {
        // The server sets its limit while two hundred calls are on their way.
        var limit = new Gcra(_clock, 10, 10);
        var isSet = false;
        using var handler = new StubHandler(_ => !isSet ? (200, "{}", []) : limit.Ask(out var headers) ? (200, "{}", headers) : (429, "{}", headers), TimeSpan.FromMilliseconds(20));
        using var connection = Connect(handler);
        await Calls.GetAsync(connection);
        isSet = true;
        var all = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Calls.GetAsync(connection)));
        await _clock.RunAsync(all);
        await all;
        var asked = limit.Asked;
        output.WriteLine($"{asked.Count} requests, the last refused after {limit.LastRefusal}; took {asked.Max(a => a.At) - limit.Start}");
        Assert.InRange(asked.Count, 300, 390);
        Assert.InRange(limit.LastRefusal, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(asked.Max(a => a.At) - limit.Start, TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(26));
    }

    [Fact]
    public async Task Callers_BeforeTheFirstAnswer_AreFew()
    {
        var answer = new TaskCompletionSource();
        using var handler = new StubHandler(_ => (200, "{}", []), answer.Task);
        using var connection = Connect(handler);
        var all = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Calls.GetAsync(connection)));
        await FakeTime.SettleAsync();
        Assert.InRange(handler.Started, 1, 10);
        answer.SetResult();
        await all;
        Assert.Equal(200, handler.Count);
    }

    [Fact]
    public async Task Callers_OneAfterTheOther_AreNeverRefused()
    {
        var limit = new Gcra(_clock, 10, 10);
        using var connection = Connect(new StubHandler(limit));
        var all = OneAfterTheOther();
        await _clock.RunAsync(all);
        Assert.All(limit.Asked, a => Assert.True(a.Passed));
        Assert.InRange(limit.Asked.Max(a => a.At) - limit.Start, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(13));

        async Task OneAfterTheOther()
        {
            for (var i = 0; i < 100; i++)
                await Calls.GetAsync(connection);
        }
    }

    [Fact]
    public async Task Callers_Waiting_GoInOrder()
    {
        var limit = new Gcra(_clock, 1, 1);
        using var handler = new StubHandler(limit);
        using var connection = Connect(handler);
        await Calls.GetAsync(connection);
        var ended = new List<int>();
        var all = Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            await Calls.GetAsync(connection);
            lock (ended)
                ended.Add(i);
        }));
        await _clock.RunAsync(all);
        Assert.Equal(Enumerable.Range(0, 8), ended);
        Assert.All(limit.Asked, a => Assert.True(a.Passed));
    }

    [Fact]
    public async Task Limit_OfOneRpc_DoesNotHoldUpAnother()
    {
        using var handler = new StubHandler(n => n == 1 ? (200, "{}", Headers(10, 0, 9)) : (200, "{}", []));
        using var connection = Connect(handler);
        await Calls.GetAsync(connection);
        var held = Calls.GetAsync(connection);
        await connection.SendAsync(new ApiRequest(Calls.Create, $"/x"), null, default);
        Assert.False(held.IsCompleted);
        await _clock.RunAsync(held);
    }

    [Theory]
    [InlineData("X-Rate-Limit-Retry: 0", 1, 1.3)]
    [InlineData("X-Rate-Limit-Retry: 5", 5, 7.3)]
    [InlineData("Retry-After: 5", 5, 7.3)]
    [InlineData("X-None: 1", 1, 1.3)]
    public async Task Refusal_IsSentAgain_NotBeforeTheServerSays(string header, double from, double to)
    {
        var times = new List<TimeSpan>();
        var start = _clock.GetUtcNow();
        using var handler = new StubHandler(n =>
        {
            times.Add(_clock.GetUtcNow() - start);
            return n == 1 ? (429, "{}", [header]) : (200, """{"name":"d"}""", []);
        });
        using var connection = Connect(handler);
        var call = Calls.GetAsync(connection);
        await _clock.RunAsync(call);
        Assert.Equal("d", (await call).Name);
        Assert.Equal(TimeSpan.Zero, times[0]);
        Assert.InRange(times[1].TotalSeconds, from, to);
    }

    [Fact]
    public async Task Refusal_OfABody_SendsTheSameBodyAgain()
    {
        using var handler = new StubHandler(n => n < 3 ? (429, "{}", []) : (200, "{}", []));
        using var connection = Connect(handler);
        var call = connection.SendAsync(new ApiRequest(Calls.Create, $"/x") { Body = JsonBody.Of(new Probe(new() { ["a"] = 1 })) }, null, default);
        await _clock.RunAsync(call);
        await call;
        Assert.Equal(["""{"a":1}""", """{"a":1}""", """{"a":1}"""], handler.Bodies);
    }

    [Fact]
    public async Task Refusal_OfAStream_StartsItAgain()
    {
        using var handler = new StubHandler(n => n == 1 ? (429, "{}", []) : (200, """{"result":{"name":"a"}}""", []));
        using var connection = Connect(handler);
        var names = new List<string?>();
        var reading = ReadAsync();
        await _clock.RunAsync(reading);
        await reading;
        Assert.Equal(["a"], names);

        async Task ReadAsync()
        {
            await foreach (var probe in connection.StreamAsync<Probe>(Calls.StreamEvents(), null, default))
                names.Add(probe.Name);
        }
    }

    [Fact]
    public async Task Refusal_AgainAndAgain_EndsTheCall()
    {
        using var handler = new StubHandler(_ => (429, """{"code":8,"message":"error:pkg/ratelimit:rate_limit_exceeded (too many)"}""", Headers(10, 0, 0, 0)));
        using var connection = Connect(handler, o => o.RateLimits.MaxRetries = 3);
        var call = Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        await _clock.RunAsync(call);
        var e = await call;
        Assert.Equal((4, HttpStatusCode.TooManyRequests, "rate_limit_exceeded", true), (handler.Count, e.StatusCode, e.Name, e.IsTransient));
    }

    [Fact]
    public async Task Refusal_ForLongerThanCallsMayWait_EndsThemAtOnce()
    {
        using var handler = new StubHandler(_ => (429, "{}", Headers(10, 0, 600, 600)));
        using var connection = Connect(handler);
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        Assert.Equal(TimeSpan.FromSeconds(600), e.Response!.RateLimit!.Retry);
        var next = await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        Assert.Contains("not sent: the rate limit is used up", next.Message, StringComparison.Ordinal);
        Assert.Equal((1, GrpcCode.ResourceExhausted, null, true), (handler.Count, next.Code, next.StatusCode, next.IsTransient));
    }

    [Fact]
    public async Task Refusal_ForLongerThanTheTimeout_EndsTheCallAtOnce()
    {
        using var handler = new StubHandler(_ => (429, "{}", Headers(10, 0, 30, 30)));
        using var connection = Connect(handler);
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection, new CallOptions { Timeout = TimeSpan.FromSeconds(10) }));
        Assert.Equal(HttpStatusCode.TooManyRequests, e.StatusCode);
    }

    [Fact]
    public async Task Refusal_WithRateLimitsOff_EndsTheCall()
    {
        using var handler = new StubHandler(_ => (429, "{}", Headers(10, 0, 0, 0)));
        using var connection = Connect(handler, o => o.RateLimits.Enabled = false);
        for (var i = 1; i <= 3; i++)
        {
            var e = await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
            Assert.Equal((HttpStatusCode.TooManyRequests, i), (e.StatusCode, handler.Count));
        }
        Assert.Empty(connection.RateLimits);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Failure_OfAnotherKind_IsNotSentAgain(int status)
    {
        using var handler = new StubHandler(_ => (status, "{}", Headers(10, 5, 0, 0)));
        using var connection = Connect(handler);
        await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task Waiting_Cancelled_EndsAtOnceAndTakesNoTurn()
    {
        using var handler = new StubHandler(n => (200, "{}", Headers(1, 0, 3)));
        using var connection = Connect(handler);
        await Calls.GetAsync(connection);
        using var source = new CancellationTokenSource();
        var given = Calls.GetAsync(connection, null, source.Token);
        var next = Calls.GetAsync(connection);
        await source.CancelAsync();
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal(source.Token, e.CancellationToken);
        Assert.Equal((1, 1), (handler.Count, connection.RateLimits["EndDeviceRegistry/Get"].Waiting));
        await _clock.RunAsync(next);
        Assert.Equal(2, handler.Count);
    }

    [Fact]
    public async Task Waiting_LongerThanTheTimeout_TimesOut()
    {
        using var handler = new StubHandler(n => (200, "{}", Headers(1, 0, 100)));
        using var connection = Connect(handler);
        await Calls.GetAsync(connection);
        var call = Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection, new CallOptions { Timeout = TimeSpan.FromSeconds(3) }));
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        await FakeTime.SettleAsync();
        Assert.False(call.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        var e = await call;
        Assert.IsType<TimeoutException>(e.InnerException);
        Assert.Equal((GrpcCode.DeadlineExceeded, 1), (e.Code, handler.Count));
        Assert.Contains("not sent within 00:00:03", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_LongerThanInAll_EndsTheCall()
    {
        using var handler = new StubHandler(n => (200, "{}", Headers(1, 0, 100)));
        using var connection = Connect(handler, o => (o.Timeout, o.RateLimits.MaxTotalWait) = (Timeout.InfiniteTimeSpan, TimeSpan.FromSeconds(7)));
        await Calls.GetAsync(connection);
        var call = Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        await _clock.RunAsync(call, TimeSpan.FromSeconds(7.1));
        var e = await call;
        Assert.Equal((GrpcCode.ResourceExhausted, 1, true), (e.Code, handler.Count, e.IsTransient));
        Assert.Contains("not sent: its turn under the rate limit did not come within 00:00:07", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_WhenTheConnectionIsDisposed_Ends()
    {
        using var handler = new StubHandler(n => (200, "{}", Headers(1, 0, 100)));
        var connection = Connect(handler);
        await Calls.GetAsync(connection);
        var waiting = Calls.GetAsync(connection);
        connection.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public async Task NoLimit_NobodyWaits()
    {
        using var handler = new StubHandler(_ => (200, "{}", []));
        using var connection = Connect(handler);
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Calls.GetAsync(connection)));
        Assert.Equal(1000, handler.Count);
        Assert.Empty(connection.RateLimits);
    }

    [Fact]
    public async Task Limit_NoLongerTold_NobodyWaits()
    {
        using var handler = new StubHandler(n => n == 1 ? (200, "{}", Headers(10, 1, 0)) : (200, "{}", []));
        using var connection = Connect(handler);
        for (var i = 0; i < 100; i++)
            await Calls.GetAsync(connection);
        Assert.Equal(100, handler.Count);
        Assert.Empty(connection.RateLimits);
    }

    [Fact]
    public async Task RefusalBeforeTheLimit_CostsNoTurn()
    {
        using var handler = new StubHandler(n => n == 1 ? (200, "{}", Headers(10, 1, 0)) : (400, "{}", []));
        using var connection = Connect(handler);
        await Calls.GetAsync(connection);
        for (var i = 0; i < 20; i++)
            await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        Assert.Equal(21, handler.Count);
    }

    [Fact]
    public async Task Calls_AboutManyEntities_AreNotHeldUpByEachOther()
    {
        // Each has a limit of its own that its single call hardly touches.
        using var handler = new StubHandler(_ => (200, "{}", Headers(10, 9, 0)));
        using var connection = Connect(handler);
        for (var i = 0; i < 500; i++)
            await Calls.GetAsync(connection);
        Assert.Equal(500, handler.Count);
    }

    [Fact]
    public async Task State_OfLimits_IsTold()
    {
        using var handler = new StubHandler(_ => (200, "{}", Headers(10, 1, 0)));
        using var connection = Connect(handler);
        await Calls.GetAsync(connection);
        var (rpc, state) = Assert.Single(connection.RateLimits);
        Assert.Equal("EndDeviceRegistry/Get", rpc);
        Assert.Equal(new RateLimit(10, 1, TimeSpan.Zero, null), state.Last);
        Assert.Equal((_clock.GetUtcNow(), 8d, 0, 0), (state.ReadAt, state.CallsPerSecond, state.InFlight, state.Waiting));
    }

    [Fact]
    public void Options_OutOfRange_AreNamed()
    {
        var options = Calls.Options("host.example.com");
        options.RateLimits = new() { MaxRetries = -1, MaxWait = TimeSpan.FromTicks(-1), MaxTotalWait = TimeSpan.FromDays(25) };
        Assert.Equal(["RateLimits.MaxRetries", "RateLimits.MaxWait", "RateLimits.MaxTotalWait"], options.GetFaults().Select(f => f.Split(':')[0]));
    }

    private ApiConnection Connect(HttpMessageHandler handler, Action<TheThingsStackOptions>? configure = null)
    {
        var options = Calls.Options("host.example.com");
        (options.TimeProvider, options.Timeout) = (_clock, TimeSpan.FromMinutes(10));
        configure?.Invoke(options);
        return new ApiConnection(options, new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan });
    }

    private static string[] Headers(int limit, int available, int reset, int retry = -1) =>
    [
        $"X-Rate-Limit-Limit: {limit}", $"X-Rate-Limit-Available: {available}", $"X-Rate-Limit-Reset: {reset}", $"X-Rate-Limit-Retry: {retry}",
    ];
}
