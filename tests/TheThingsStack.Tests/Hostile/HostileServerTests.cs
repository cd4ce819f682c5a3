using System.Collections;
using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TheThingsStack.Diagnostics;
using TheThingsStack.Http;
using TheThingsStack.Tests.Diagnostics;
using TheThingsStack.Tests.Hosting;
using TheThingsStack.Tests.Http;

namespace TheThingsStack.Tests.Hostile;

// Memory is measured for the whole process, so nothing else may run.
[Collection(nameof(HostileServerTests))]
[CollectionDefinition(nameof(HostileServerTests), DisableParallelization = true)]
public sealed class HostileServerTests
{
    private const long MaxRetained = 8L << 20;

    // The largest answer is 64 MiB, in buffers that double as they grow, and the server in this process allocates, too.
    private const long MaxAllocated = 400L << 20;

    public static TheoryData<string> Kinds => [.. HostileServer.Kinds.Keys];

    // Silence, blanks and nothing at all are what a stream may be made of.
    public static TheoryData<string> StreamKinds => [.. HostileServer.Kinds.Keys.Except(["stalls within the body", "drips", "says a length that is none"])];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Call_EndsInTimeWithADocumentedExceptionAndNoKey(string kind)
    {
        await using var server = HostileServer.Start(kind);
        using var log = new LogList();
        using var recorder = new Recorder(server.Authority);
        var warnings = new List<ServerWarning>();
        using var connection = Connect(server, log, warnings);
        await MeasureAsync(async () =>
        {
            var e = await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection, Options(kind)));
            AssertNoKey(e, log, recorder, warnings, connection);
        });
        // .NET itself asks again, up to three times, where a connection closes without a word.
        Assert.InRange(server.Requests.Count, 1, kind == "says nothing and closes" ? 4 : 1);
    }

    [Theory]
    [MemberData(nameof(StreamKinds))]
    public async Task Stream_EndsInTimeWithADocumentedExceptionAndNoKey(string kind)
    {
        await using var server = HostileServer.Start(kind);
        using var log = new LogList();
        using var recorder = new Recorder(server.Authority);
        var warnings = new List<ServerWarning>();
        using var connection = Connect(server, log, warnings);
        await MeasureAsync(async () =>
        {
            var e = await Assert.ThrowsAsync<TheThingsStackException>(async () =>
            {
                await foreach (var probe in connection.StreamAsync<Probe>(Calls.StreamEvents(), Options(kind), default))
                    Assert.Fail($"{probe} is no message.");
            });
            AssertNoKey(e, log, recorder, warnings, connection);
        });
    }

    [Theory]
    [InlineData("repeats the request in its status line", false)]
    [InlineData("repeats the request in a header without a name", false)]
    [InlineData("repeats the request in its headers", true)]
    [InlineData("repeats the request in an error", true)]
    public async Task Call_OfAHostedClient_ShowsTheKeyInNoLog(string kind, bool withTheFactorysLogger)
    {
        await using var server = HostileServer.Start(kind);
        using var log = new LogList();
        using var recorder = new Recorder(server.Authority);
        var services = new ServiceCollection().AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        var builder = services.AddProbe(ProbeClientServices.At(server.Address));
        if (withTheFactorysLogger)
            builder.AddDefaultLogger();
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ProbeClient>();
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => client.GetAsync());
        Assert.Contains(log.Own, l => l.Event.Id == LogEvents.CallFailed);
        Assert.Equal(withTheFactorysLogger, log.Entries.Any(l => l.Category.StartsWith("System.Net.Http.HttpClient", StringComparison.Ordinal)));
        AssertNoKey(e, log, recorder, [], client.Connection);
    }

    [Fact]
    public void Options_ShowTheKeyNowhere()
    {
        var options = Calls.Options("host.example.com");
        Assert.DoesNotContain(Calls.Key, options.ToString(), StringComparison.Ordinal);
        var browsable = typeof(TheThingsStackOptions).GetProperty(nameof(TheThingsStackOptions.ApiKey))!.GetCustomAttribute<DebuggerBrowsableAttribute>();
        Assert.Equal(DebuggerBrowsableState.Never, browsable!.State);
    }

    [Fact]
    public async Task StreamFlood_OfMessages_TakesNoMoreMemory()
    {
        var line = "{\"result\":{\"name\":\"a\"}}\n"u8.ToArray();
        var lines = Enumerable.Repeat(line, 2000).SelectMany(l => l).ToArray();
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Answer.Head(200), cancellation);
            while (true)
                await stream.WriteAsync(lines, cancellation);
        });
        using var connection = Calls.Connect(server);
        var (count, early) = (0, 0L);
        await foreach (var probe in connection.StreamAsync<Probe>(Calls.StreamEvents(), null, default))
        {
            if (++count == 10_000)
                early = GC.GetTotalMemory(forceFullCollection: true);
            if (count == 200_000)
                break;
        }
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - early, long.MinValue, MaxRetained);
    }

    [Fact]
    public async Task StreamDrip_OfBlanks_EndsWithItsReader()
    {
        await using var server = HostileServer.Start("drips");
        using var connection = Calls.Connect(server);
        using var source = new CancellationTokenSource(200);
        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var probe in connection.StreamAsync<Probe>(Calls.StreamEvents(), null, source.Token))
                Assert.Fail($"{probe} is no message.");
        });
        Assert.InRange(clock.ElapsedMilliseconds, 0, 5000);
    }

    private static ApiConnection Connect(LoopbackServer server, LogList log, List<ServerWarning> warnings)
    {
        var options = Calls.Options(server.Address);
        (options.LoggerFactory, options.OnWarning) = (log, warnings.Add);
        return new ApiConnection(options);
    }

    private static CallOptions Options(string kind) =>
        new() { Timeout = kind.StartsWith("stalls", StringComparison.Ordinal) || kind == "drips" ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(6) };

    private static async Task MeasureAsync(Func<Task> act)
    {
        var retained = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes();
        var clock = Stopwatch.StartNew();
        await act();
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.InRange(GC.GetTotalAllocatedBytes() - allocated, 0, MaxAllocated);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - retained, long.MinValue, MaxRetained);
    }

    private static void AssertNoKey(Exception e, LogList log, Recorder recorder, List<ServerWarning> warnings, ApiConnection connection)
    {
        var secret = Calls.Key.Split('.')[2];
        Assert.All(Texts(e), text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(
            log.Entries.SelectMany(l => l.Values.Select(v => v.Value?.ToString() ?? "").Append(l.Text).Append(l.Exception?.ToString() ?? "")),
            text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(recorder.Texts(), text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(warnings, w => Assert.DoesNotContain(secret, w.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(secret, connection.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>All that an exception shows, and those within it.</summary>
    private static IEnumerable<string> Texts(Exception e)
    {
        for (Exception? next = e; next is not null; next = next.InnerException)
        {
            yield return next.ToString();
            foreach (DictionaryEntry entry in next.Data)
                yield return $"{entry.Key}={entry.Value}";
            foreach (var property in next.GetType().GetProperties())
                yield return $"{property.Name}={Show(property.GetValue(next))}";
        }
    }

    private static string Show(object? value) => value switch
    {
        string text => text,
        ErrorDetail detail => $"{detail} {detail.Name} {detail.Namespace} {detail.Attributes} {Show(detail.Cause)}",
        ResponseMetadata metadata => $"{metadata.RequestId} {string.Join(' ', metadata.Warnings)}",
        IEnumerable items => string.Join(' ', items.Cast<object?>().Select(i => i?.ToString())),
        _ => value?.ToString() ?? "",
    };
}
