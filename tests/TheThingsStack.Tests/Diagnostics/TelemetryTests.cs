using System.Diagnostics;
using TheThingsStack.Http;
using TheThingsStack.Tests.Http;

namespace TheThingsStack.Tests.Diagnostics;

public sealed class TelemetryTests
{
    private const string Template = "/applications/{end_device_ids.application_ids.application_id}/devices/{end_device_ids.device_id}";

    [Fact]
    public async Task Call_Answered_IsAnActivityOfItsRoute()
    {
        await using var server = new LoopbackServer();
        using var recorder = new Recorder(server.Authority);
        using var connection = Calls.Connect(server);
        await Calls.GetAsync(connection);
        var activity = Assert.Single(recorder.Activities);
        Assert.Equal(("GET " + Template, ActivityKind.Client, ActivityStatusCode.Unset), (activity.DisplayName, activity.Kind, activity.Status));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["http.request.method"] = "GET",
                ["url.template"] = Template,
                ["server.address"] = "127.0.0.1",
                ["server.port"] = int.Parse(server.Authority.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture),
                ["rpc.service"] = "EndDeviceRegistry",
                ["rpc.method"] = "Get",
                ["http.response.status_code"] = 200,
            },
            activity.TagObjects.ToDictionary());
    }

    [Fact]
    public async Task Call_Refused_SaysSo()
    {
        await using var server = new LoopbackServer(Answer.Json(404, """{"code":5,"message":"no"}"""));
        using var recorder = new Recorder(server.Authority);
        await Calls.FailAsync(server);
        var activity = Assert.Single(recorder.Activities);
        Assert.Equal((ActivityStatusCode.Error, 404, "404"), (activity.Status, activity.GetTagItem("http.response.status_code"), activity.GetTagItem("error.type")));
        var (_, tags) = Assert.Single(recorder.Measurements("http.client.request.duration"));
        Assert.Equal((404, "404"), (tags["http.response.status_code"], tags["error.type"]));
    }

    [Fact]
    public async Task Call_Unanswered_NamesTheKindOfFailure()
    {
        await using var server = new LoopbackServer((_, _, cancellation) => Task.Delay(-1, cancellation));
        using var recorder = new Recorder(server.Authority);
        await Calls.FailAsync(server, new CallOptions { Timeout = TimeSpan.FromMilliseconds(50) });
        var activity = Assert.Single(recorder.Activities);
        Assert.Equal(("System.TimeoutException", null), (activity.GetTagItem("error.type"), activity.GetTagItem("http.response.status_code")));
        Assert.Equal("System.TimeoutException", Assert.Single(recorder.Measurements("http.client.request.duration")).Tags["error.type"]);
    }

    [Fact]
    public async Task Call_OfAParent_BelongsToIt()
    {
        await using var server = new LoopbackServer();
        using var recorder = new Recorder(server.Authority);
        using var connection = Calls.Connect(server);
        using var parent = new Activity("parent").Start();
        await Calls.GetAsync(connection);
        Assert.Equal(parent.TraceId, Assert.Single(recorder.Activities).TraceId);
        Assert.Same(parent, Activity.Current);
    }

    [Fact]
    public async Task Request_SentAgain_IsCounted()
    {
        var count = 0;
        await using var server = new LoopbackServer((_, stream, cancellation) =>
            stream.WriteAsync(Interlocked.Increment(ref count) < 2 ? Answer.Json(429, "{}") : Answer.Json(200, "{}"), cancellation).AsTask());
        using var recorder = new Recorder(server.Authority);
        var options = Calls.Options(server.Address);
        (options.TimeProvider, options.Timeout) = (new RateLimits.FastClock(20), TimeSpan.FromMinutes(10));
        using var connection = new ApiConnection(options);
        await Calls.GetAsync(connection);
        Assert.Equal(1, Assert.Single(recorder.Activities).GetTagItem("http.request.resend_count"));
        Assert.Equal([429, 200], recorder.Measurements("http.client.request.duration").Select(m => (int)m.Tags["http.response.status_code"]!));
        Assert.NotEmpty(recorder.Measurements("thethingsstack.client.retries"));
        Assert.Contains(recorder.Measurements("thethingsstack.client.rate_limit.wait"), m => m.Value > 0.3);
    }

    [Fact]
    public async Task Stream_IsAnActivityUntilItStarts()
    {
        var goOn = new TaskCompletionSource();
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Answer.Head(200, "Transfer-Encoding: chunked"), cancellation);
            await stream.WriteAsync(Answer.Chunk("{\"result\":{\"name\":\"a\"}}\n"u8.ToArray()), cancellation);
            await goOn.Task.WaitAsync(cancellation);
        });
        using var recorder = new Recorder(server.Authority);
        using var connection = Calls.Connect(server);
        await foreach (var probe in connection.StreamAsync<Probe>(Calls.StreamEvents(), null, default))
        {
            Assert.Equal("POST /events", Assert.Single(recorder.Activities).DisplayName);
            break;
        }
        goOn.SetResult();
    }

    [Fact]
    public async Task Tags_OfMetrics_HoldNoIds()
    {
        await using var server = new LoopbackServer(Answer.Json(200, "{}", "X-Warning: device dev1 is old", "X-Request-Id: 01H"));
        using var recorder = new Recorder(server.Authority);
        using var connection = Calls.Connect(server);
        await Calls.GetAsync(connection, new CallOptions { RequestId = "request-77" });
        var own = recorder.Texts().Where(t => t.Contains("dev1", StringComparison.Ordinal) || t.Contains("app1", StringComparison.Ordinal)
            || t.Contains("request-77", StringComparison.Ordinal) || t.Contains("01H", StringComparison.Ordinal));
        Assert.Empty(own);
        Assert.NotEmpty(recorder.Measurements("thethingsstack.client.warnings"));
    }
}
