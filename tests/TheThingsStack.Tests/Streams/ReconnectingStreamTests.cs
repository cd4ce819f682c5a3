using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TheThingsStack.Http;
using TheThingsStack.Tests.Http;
using TheThingsStack.Tests.RateLimits;

namespace TheThingsStack.Tests.Streams;

public sealed class ReconnectingStreamTests
{
    private static readonly ReconnectOptions s_quick = new() { FirstDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(5) };
    private static readonly Timestamp s_start = Timestamp.Parse("2024-10-24T12:00:00.000000001Z");

    [Fact]
    public async Task Stream_CutTwentyTimes_LosesAndDoublesNothing()
    {
        await using var store = new EventStore(n => n <= 20 ? 7 : int.MaxValue);
        using var connection = new ApiConnection(Calls.Options(store.Address));
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        const int count = 300;
        await PublishAsync(store, 0, 5, enough.Token);
        Task? publishing = null;
        var ids = new List<string>();
        await foreach (var e in Read(connection, s_quick).WithCancellation(enough.Token))
        {
            publishing ??= PublishAsync(store, 5, count, enough.Token);
            if (e.Name == "up" && ids.AddAnd((string)e.Json["unique_id"]!).Count == count)
                break;
        }
        await publishing!;
        Assert.Equal(21, store.Connections);
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"e{i}"), ids);
        Assert.Equal(5, (int?)store.Requests[0]["tail"]);
        Assert.All(store.Requests.Skip(1), r => Assert.True(r["tail"] is null && r["after"] is not null));
    }

    [Fact]
    public async Task Stream_WithoutOverlap_GoesOnAtTheExactTimeOfTheLastItem()
    {
        await using var store = new EventStore(n => n == 1 ? 2 : int.MaxValue);
        using var connection = new ApiConnection(Calls.Options(store.Address));
        store.Publish("a", s_start);
        store.Publish("b", Timestamp.Parse("2024-10-24T12:00:01.123456789Z"));
        store.Publish("c", Timestamp.Parse("2024-10-24T12:00:01.123456790Z"));
        var options = new ReconnectOptions { FirstDelay = TimeSpan.FromMilliseconds(1), Overlap = TimeSpan.Zero };
        Assert.Equal(["a", "b", "c"], await TakeAsync(Read(connection, options), 3));
        Assert.Equal("2024-10-24T12:00:01.123456789Z", (string?)store.Requests[1]["after"]);
    }

    [Fact]
    public async Task Stream_CutRightAfterItsNote_LosesNothing()
    {
        // The second connection ends after its note, which is later than all that it would have sent.
        await using var store = new EventStore(n => n switch { 1 => 1, 2 => 0, _ => int.MaxValue });
        using var connection = new ApiConnection(Calls.Options(store.Address));
        for (var i = 0; i < 4; i++)
            store.Publish($"e{i}", s_start + TimeSpan.FromSeconds(i));
        Assert.Equal(["e0", "e1", "e2", "e3"], await TakeAsync(Read(connection, s_quick), 4));
    }

    [Fact]
    public async Task Stream_OutOfOrder_KeepsTheOrderOfArrivalAndLosesNothing()
    {
        var connections = new List<Timestamp?>();
        var items = ReconnectingStream.Of(Connect, i => i.Id, i => i.Time, s_quick);
        Assert.Equal(["note", "b", "a", "note2", "late", "c"], await TakeAsync(items, 6, i => i.Id));
        Assert.Equal([null, s_start + TimeSpan.FromSeconds(8.5)], connections);

        async IAsyncEnumerable<Item> Connect(Timestamp? after)
        {
            connections.Add(after);
            await Task.Yield();
            yield return new(after is null ? "note" : "note2", after is null ? s_start : s_start + TimeSpan.FromHours(1));
            yield return new("b", s_start + TimeSpan.FromSeconds(10));
            yield return new("a", s_start + TimeSpan.FromSeconds(9.5));
            if (after is null)
                yield break;
            yield return new("late", s_start + TimeSpan.FromSeconds(9.2));
            yield return new("c", s_start + TimeSpan.FromSeconds(11));
        }
    }

    [Fact]
    public async Task Pauses_GrowUntilSomethingNewComes()
    {
        var clock = new FakeTimeProvider();
        var interruptions = new List<StreamInterruption>();
        var attempt = 0;
        var items = ReconnectingStream.Of(Connect, i => i.Id, i => i.Time, new()
        {
            TimeProvider = clock, MaxDelay = TimeSpan.FromSeconds(5), OnInterrupted = interruptions.Add,
        });
        var reading = TakeAsync(items, 3, i => i.Id);
        await clock.RunAsync(reading);
        Assert.Equal(["a", "note", "b"], await reading);
        Assert.Equal([1, 2, 3, 4, 5], interruptions.Select(i => i.Attempt));
        foreach (var (interruption, longest) in interruptions.Zip([1, 2, 4, 5, 5]))
            Assert.InRange(interruption.Delay.TotalSeconds, longest * 0.75, longest);
        Assert.All(interruptions.Skip(1), i => Assert.IsType<TheThingsStackException>(i.Reason));

        async IAsyncEnumerable<Item> Connect(Timestamp? after)
        {
            await Task.Yield();
            if (++attempt is > 1 and < 6)
                throw new TheThingsStackException("gone") { Code = GrpcCode.Unavailable };
            if (attempt > 1)
                yield return new("note", s_start);
            yield return new(attempt == 1 ? "a" : "b", s_start + TimeSpan.FromSeconds(attempt));
        }
    }

    [Theory]
    [InlineData(GrpcCode.PermissionDenied)]
    [InlineData(GrpcCode.InvalidArgument)]
    [InlineData(GrpcCode.Unauthenticated)]
    public async Task Failure_ThatIsNotTransient_EndsTheStream(GrpcCode code)
    {
        var items = ReconnectingStream.Of(_ => Fail<Item>(new TheThingsStackException("no") { Code = code }), i => i.Id, i => i.Time, s_quick);
        Assert.Equal(code, (await Assert.ThrowsAsync<TheThingsStackException>(() => TakeAsync(items, 1, i => i.Id))).Code);
    }

    [Fact]
    public async Task Attempts_WithoutEnd_EndWhereTheOptionsSay()
    {
        var count = 0;
        var items = ReconnectingStream.Of(
            _ => Fail<Item>(new TheThingsStackException($"no {++count}") { Code = GrpcCode.Unavailable }), i => i.Id, i => i.Time,
            new() { FirstDelay = TimeSpan.Zero, MaxAttempts = 3 });
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => TakeAsync(items, 1, i => i.Id));
        Assert.Equal(("no 4", 4), (e.Message, count));
    }

    [Fact]
    public async Task Failure_OfTheOptionsChoice_IsTriedAgain()
    {
        var count = 0;
        var items = ReconnectingStream.Of(Connect, i => i.Id, i => i.Time, new() { FirstDelay = TimeSpan.Zero, ShouldReconnect = e => e.Code == GrpcCode.Internal });
        Assert.Equal(["a"], await TakeAsync(items, 1, i => i.Id));

        IAsyncEnumerable<Item> Connect(Timestamp? after) =>
            ++count < 3 ? Fail<Item>(new TheThingsStackException("no") { Code = GrpcCode.Internal }) : One(new Item("a", s_start));
    }

    [Fact]
    public async Task Silence_BeyondTheIdleTimeout_Reconnects()
    {
        var clock = new FakeTimeProvider();
        var count = 0;
        var reasons = new List<Exception?>();
        var items = ReconnectingStream.Of(_ => ++count == 1 ? Silence() : One(new Item("b", s_start)), i => i.Id, i => i.Time, new()
        {
            TimeProvider = clock, IdleTimeout = TimeSpan.FromSeconds(30), OnInterrupted = i => reasons.Add(i.Reason),
        });
        var reading = TakeAsync(items, 2, i => i.Id);
        await clock.RunAsync(reading, stepMilliseconds: 500);
        Assert.Equal(["a", "b"], await reading);
        Assert.IsType<TimeoutException>(Assert.Single(reasons));

        static async IAsyncEnumerable<Item> Silence([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            yield return new("a", s_start);
            await Task.Delay(-1, cancellation);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_WhileReadingOrPausing_IsPromptAndTheCallers(bool whileReading)
    {
        await using var store = new EventStore(n => whileReading ? int.MaxValue : 0);
        using var connection = new ApiConnection(Calls.Options(store.Address));
        using var source = new CancellationTokenSource(100);
        var options = new ReconnectOptions { FirstDelay = TimeSpan.FromMinutes(1) };
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var probe in Read(connection, options).WithCancellation(source.Token))
                Assert.Equal("events.stream.start", probe.Name);
        }).WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(source.Token, e.CancellationToken);
    }

    [Fact]
    public async Task Stream_OfManyItems_TakesNoMoreMemory()
    {
        var items = ReconnectingStream.Of(Many, i => i.Id, i => i.Time, new() { FirstDelay = TimeSpan.Zero, RememberedIds = 100 });
        var (count, early) = (0, 0L);
        await foreach (var item in items)
        {
            if (++count == 50_000)
                early = GC.GetTotalMemory(forceFullCollection: true);
            if (count == 500_000)
                break;
        }
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - early, long.MinValue, 4 << 20);

        static async IAsyncEnumerable<Item> Many(Timestamp? after)
        {
            await Task.Yield();
            var first = after is { } a ? (int)(a - s_start).Seconds : 0;
            for (var i = 0; i < 10_000; i++)
                yield return new((first + i).ToString(CultureInfo.InvariantCulture), s_start + TimeSpan.FromSeconds(first + i));
        }
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        foreach (var options in new ReconnectOptions[] { new() { FirstDelay = TimeSpan.FromSeconds(-1) }, new() { MaxDelay = TimeSpan.Zero }, new() { Overlap = TimeSpan.FromSeconds(-1) }, new() { RememberedIds = -1 } })
            Assert.Throws<ArgumentOutOfRangeException>(() => ReconnectingStream.Of(_ => One(new Item("a", s_start)), i => i.Id, i => i.Time, options));
    }

    private static IAsyncEnumerable<Probe> Read(ApiConnection connection, ReconnectOptions options) => ReconnectingStream.Of(
        after => connection.StreamAsync<Probe>(
            new ApiRequest(Calls.Events, $"/events") { Body = JsonBody.Of(new Probe(after is { } time ? new() { ["after"] = time.ToString() } : new() { ["tail"] = 5 })) }, null, default),
        e => (string?)e.Json["unique_id"],
        e => Timestamp.Parse((string)e.Json["time"]!),
        options);

    private static async Task PublishAsync(EventStore store, int first, int end, CancellationToken cancellation)
    {
        for (var i = first; i < end; i++)
        {
            // Two at a time, at the same time.
            store.Publish($"e{i}", s_start + TimeSpan.FromMilliseconds(i / 2 * 100));
            await Task.Delay(1, cancellation);
        }
    }

    private static async Task<List<string?>> TakeAsync(IAsyncEnumerable<Probe> events, int count) =>
        await TakeAsync(Named(events), count, e => (string?)e.Json["unique_id"]);

    private static async IAsyncEnumerable<Probe> Named(IAsyncEnumerable<Probe> events)
    {
        await foreach (var e in events)
            if (e.Name == "up")
                yield return e;
    }

    private static async Task<List<string?>> TakeAsync<T>(IAsyncEnumerable<T> items, int count, Func<T, string?> id)
    {
        var ids = new List<string?>();
        await foreach (var item in items)
            if (ids.AddAnd(id(item)).Count == count)
                break;
        return ids;
    }

    private static async IAsyncEnumerable<T> Fail<T>(Exception e, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.Delay(0, cancellation);
        if (e is not null)
            throw e;
        yield break;
    }

    private static async IAsyncEnumerable<T> One<T>(T item)
    {
        await Task.Yield();
        yield return item;
    }

    private sealed record Item(string Id, Timestamp? Time);
}

internal static class ListExtensions
{
    public static List<T> AddAnd<T>(this List<T> list, T item)
    {
        list.Add(item);
        return list;
    }
}
