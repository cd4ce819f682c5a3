using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using TheThingsStack.Diagnostics;
using TheThingsStack.Http;
using TheThingsStack.Tests.Hosting;
using TheThingsStack.Tests.Http;

namespace TheThingsStack.Tests.Diagnostics;

public sealed class WarningTests
{
    private static readonly string[] s_warned = ["X-Warning: field a is deprecated, use b", "X-Warning: account not validated", "X-Request-Id: 01H"];

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    public async Task Warnings_OfAnAnswer_GoEverywhere(int status)
    {
        await using var server = new LoopbackServer(Answer.Json(status, "{}", s_warned));
        using var log = new LogList();
        var (told, metadata) = (new List<ServerWarning>(), default(ResponseMetadata));
        using var connection = Connect(server, log, told.Add);
        var call = Calls.GetAsync(connection, new CallOptions { OnResponse = m => metadata = m });
        if (status == 200)
            await call;
        else
            Assert.Equal(2, (await Assert.ThrowsAsync<TheThingsStackException>(() => call)).Response!.Warnings.Count);
        Assert.Equal(["field a is deprecated, use b", "account not validated"], metadata!.Warnings);
        Assert.Equal(metadata.Warnings.Select(w => new ServerWarning(w, "EndDeviceRegistry/Get", "01H")), told);
        var logged = log.Own.Where(e => e.Event.Id == LogEvents.ServerWarning).ToList();
        Assert.Equal((2, LogLevel.Warning), (logged.Count, logged[0].Level));
        Assert.Equal("EndDeviceRegistry/Get: the server warns: field a is deprecated, use b (request 01H)", logged[0].Text);
    }

    [Fact]
    public async Task Warnings_OfAStream_ComeAtItsStart()
    {
        await using var server = new LoopbackServer([.. Answer.Head(200, "Transfer-Encoding: chunked", "X-Warning: Events storage is not enabled"), .. Answer.LastChunk]);
        var told = new List<ServerWarning>();
        using var connection = Connect(server, null, told.Add);
        await foreach (var probe in connection.StreamAsync<Probe>(Calls.StreamEvents(), null, default))
            Assert.Fail($"Nothing was sent, but {probe} came.");
        Assert.Equal("Events storage is not enabled", Assert.Single(told).Text);
    }

    [Fact]
    public async Task Callback_Throwing_IsLoggedAndEndsNothing()
    {
        await using var server = new LoopbackServer(Answer.Json(200, """{"name":"d"}""", s_warned));
        using var log = new LogList();
        using var connection = Connect(server, log, _ => throw new InvalidOperationException("mine"));
        Assert.Equal("d", (await Calls.GetAsync(connection)).Name);
        var logged = log.Own.Where(e => e.Event.Id == LogEvents.WarningCallbackFailed).ToList();
        Assert.Equal((2, LogLevel.Error, "mine"), (logged.Count, logged[0].Level, logged[0].Exception!.Message));
    }

    [Fact]
    public async Task Calls_AreLoggedUnderTheirIds()
    {
        await using var server = new LoopbackServer(Answer.Json(200, "{}", "X-Request-Id: 01H"));
        using var log = new LogList();
        using (var connection = Connect(server, log, null))
            await Calls.GetAsync(connection);
        var answered = Assert.Single(log.Own);
        Assert.Equal((LogEvents.CallAnswered, "CallAnswered", LogLevel.Debug), (answered.Event.Id, answered.Event.Name, answered.Level));
        Assert.Matches(new Regex("^EndDeviceRegistry/Get was answered with 200 after [0-9.]+ ms \\(request 01H\\)$"), answered.Text);
        string gone;
        await using (var other = new LoopbackServer())
            gone = other.Address;
        using (var connection = Connect(gone, log, null))
            await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        var failed = log.Own.Last();
        Assert.Equal((LogEvents.CallFailed, LogLevel.Debug), (failed.Event.Id, failed.Level));
        Assert.IsType<TheThingsStackException>(failed.Exception);
    }

    [Fact]
    public async Task RateLimits_AreLogged()
    {
        var count = 0;
        await using var server = new LoopbackServer((_, stream, cancellation) =>
            stream.WriteAsync(Interlocked.Increment(ref count) < 2 ? Answer.Json(429, "{}", "X-Rate-Limit-Retry: 2") : Answer.Json(200, "{}"), cancellation).AsTask());
        using var log = new LogList();
        var options = Calls.Options(server.Address);
        (options.LoggerFactory, options.TimeProvider, options.Timeout) = (log, new RateLimits.FastClock(20), TimeSpan.FromMinutes(10));
        using var connection = new ApiConnection(options);
        await Calls.GetAsync(connection);
        var limited = Assert.Single(log.Own, e => e.Event.Id == LogEvents.RateLimited);
        Assert.Equal(("EndDeviceRegistry/Get was refused by its rate limit; retry 1 follows, the server asks for 2 s", LogLevel.Information), (limited.Text, limited.Level));
        Assert.Single(log.Own, e => e.Event.Id == LogEvents.WaitedForRateLimit);
    }

    [Fact]
    public void LogEvents_AreDistinct()
    {
        var ids = typeof(LogEvents).GetFields().Where(f => f.FieldType == typeof(int)).Select(f => (int)f.GetRawConstantValue()!).ToList();
        Assert.Equal(6, ids.Distinct().Count());
        Assert.Equal(6, ids.Count);
    }

    private static ApiConnection Connect(LoopbackServer server, ILoggerFactory? log, Action<ServerWarning>? onWarning) => Connect(server.Address, log, onWarning);

    private static ApiConnection Connect(string address, ILoggerFactory? log, Action<ServerWarning>? onWarning)
    {
        var options = Calls.Options(address);
        (options.LoggerFactory, options.OnWarning) = (log, onWarning);
        return new(options);
    }
}
