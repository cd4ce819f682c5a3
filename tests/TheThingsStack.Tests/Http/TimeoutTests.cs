using System.Diagnostics;
using TheThingsStack.Http;

namespace TheThingsStack.Tests.Http;

public sealed class TimeoutTests
{
    [Fact]
    public async Task Timeout_BeforeTheAnswer_IsSaid()
    {
        await using var server = new LoopbackServer((_, _, cancellation) => Task.Delay(-1, cancellation));
        var e = await Calls.FailAsync(server, new CallOptions { Timeout = TimeSpan.FromMilliseconds(100) });
        Assert.IsType<TimeoutException>(e.InnerException);
        Assert.Equal(GrpcCode.DeadlineExceeded, e.Code);
        Assert.Null(e.StatusCode);
        Assert.Contains("00:00:00.1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timeout_WithinTheAnswer_IsSaid()
    {
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Answer.Head(200, "Content-Length: 10"), cancellation);
            await Task.Delay(-1, cancellation);
        });
        var e = await Calls.FailAsync(server, new CallOptions { Timeout = TimeSpan.FromMilliseconds(100) });
        Assert.IsType<TimeoutException>(e.InnerException);
    }

    [Fact]
    public async Task Timeout_WithinAnError_KeepsTheError()
    {
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync((byte[])[.. Answer.Head(503, "Content-Length: 100"), .. "half"u8], cancellation);
            await Task.Delay(-1, cancellation);
        });
        var e = await Calls.FailAsync(server, new CallOptions { Timeout = TimeSpan.FromSeconds(1) });
        Assert.Equal((System.Net.HttpStatusCode.ServiceUnavailable, "half"), (e.StatusCode, e.RawBody));
    }

    [Fact]
    public async Task Timeout_OfOptions_HoldsForAllCalls()
    {
        await using var server = new LoopbackServer((_, _, cancellation) => Task.Delay(-1, cancellation));
        var options = Calls.Options(server.Address);
        options.Timeout = TimeSpan.FromMilliseconds(100);
        using var connection = new ApiConnection(options);
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        Assert.IsType<TimeoutException>(e.InnerException);
    }

    [Fact]
    public async Task Timeout_OfHttpClientOfCaller_IsSaid()
    {
        await using var server = new LoopbackServer((_, _, cancellation) => Task.Delay(-1, cancellation));
        using var http = new HttpClient();
        http.Timeout = TimeSpan.FromMilliseconds(100);
        using var connection = new ApiConnection(Calls.Options(server.Address), http);
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        Assert.IsType<TimeoutException>(e.InnerException);
    }

    [Fact]
    public async Task Cancellation_BeforeTheAnswer_IsPromptAndTheCallers()
    {
        await using var server = new LoopbackServer((_, _, cancellation) => Task.Delay(-1, cancellation));
        using var connection = Calls.Connect(server);
        using var source = new CancellationTokenSource(50);
        var clock = Stopwatch.StartNew();
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Calls.GetAsync(connection, null, source.Token));
        Assert.Equal(source.Token, e.CancellationToken);
        Assert.True(clock.ElapsedMilliseconds < 5000);
    }

    [Fact]
    public async Task Cancellation_WithinTheAnswer_IsTheCallers()
    {
        using var source = new CancellationTokenSource();
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Answer.Head(500, "Content-Length: 10"), cancellation);
            source.CancelAfter(50);
            await Task.Delay(-1, cancellation);
        });
        using var connection = Calls.Connect(server);
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Calls.GetAsync(connection, null, source.Token));
        Assert.Equal(source.Token, e.CancellationToken);
    }

    [Fact]
    public async Task Cancellation_BeforeTheCall_SendsNothing()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Calls.GetAsync(connection, null, new CancellationToken(true)));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void CallOptions_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CallOptions { Timeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CallOptions { Timeout = TimeSpan.FromDays(25) });
        Assert.Equal(Timeout.InfiniteTimeSpan, new CallOptions { Timeout = Timeout.InfiniteTimeSpan }.Timeout);
        foreach (var id in new[] { "", "a b", "a\r\nb", "ä", new string('x', 129) })
            Assert.Throws<ArgumentException>(() => new CallOptions { RequestId = id });
        Assert.Null(new CallOptions { RequestId = null }.RequestId);
    }
}
