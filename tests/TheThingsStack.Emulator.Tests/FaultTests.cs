using System.Diagnostics;
using System.Text;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class FaultTests : EmulatorTest
{
    private const string Device = "/api/v3/applications/app1/devices/dev1";
    private const string Rename = """{"end_device":{"name":"Renamed"},"field_mask":{"paths":["name"]}}""";
    private const string Events = """{"identifiers":[{"application_ids":{"application_id":"app1"}}]}""";

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task RateLimited_Always_AnswersLikeALimit()
    {
        var fault = Emulator.Faults.Add(Fault.RateLimited(TimeSpan.FromSeconds(7.9)), times: 2);

        var answer = await Api.Put(Device, Rename);

        Assert.Equal(429, answer.Status);
        Assert.Equal("pkg/ratelimit:rate_limit_exceeded", answer.ErrorName);
        Assert.Equal("7", answer.Header("X-Rate-Limit-Retry"));
        Assert.Equal("0", answer.Header("X-Rate-Limit-Available"));
        Assert.Equal(1, fault.Applied);
        Assert.Equal(429, (await Api.Get(Device)).Status);
        Assert.Equal("Soil monitor 1", (await Api.Get($"{Device}?field_mask=name")).Json["name"]!.GetValue<string>());
        Assert.Equal(2, fault.Applied);
    }

    [Fact]
    public async Task RateLimited_OfAStream_IsWrapped()
    {
        Emulator.Faults.Add(Fault.RateLimited(TimeSpan.Zero), rpc: "Events/Stream");

        Assert.Equal(["error"], (await Api.Post("/api/v3/events", Events)).Json.Select(p => p.Key));
    }

    [Theory]
    [InlineData(500, 13)]
    [InlineData(503, 14)]
    [InlineData(504, 4)]
    [InlineData(502, 2)]
    public async Task Status_Always_AnswersWithoutEffect(int status, int code)
    {
        Emulator.Faults.Add(Fault.Status(status));

        var answer = await Api.Put(Device, Rename);

        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.Json["code"]!.GetValue<int>());
        Assert.Equal("Soil monitor 1", (await Api.Get($"{Device}?field_mask=name")).Json["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Status_WithABody_SendsIt()
    {
        Emulator.Faults.Add(Fault.Status(502, "<html>Bad gateway</html>", "text/html"));

        using var response = await Api.Open(HttpMethod.Get, Device);

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("<html>Bad gateway</html>", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task CutBeforeHeaders_Always_LeavesNoAnswerAndNoEffect()
    {
        Emulator.Faults.Add(Fault.CutBeforeHeaders());

        await Assert.ThrowsAsync<HttpRequestException>(() => Api.Put(Device, Rename));
        Assert.Equal("Soil monitor 1", (await Api.Get($"{Device}?field_mask=name")).Json["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task CutAfterHeaders_Always_LeavesTheHeadersAndTheEffect()
    {
        Emulator.Faults.Add(Fault.CutAfterHeaders());

        using var response = await Api.Open(HttpMethod.Put, Device, Rename);

        Assert.Equal(200, (int)response.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsStringAsync());
        Assert.Equal("Renamed", (await Api.Get($"{Device}?field_mask=name")).Json["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task CutInBody_OfAnAnswer_SendsThatMuch()
    {
        Emulator.Faults.Add(Fault.CutInBody(20));

        Assert.Equal("""{"ids":{"device_id":""", await ReadUntilCut(HttpMethod.Get, Device));
    }

    [Fact]
    public async Task CutInBody_OfAStream_SendsThatMuch()
    {
        Emulator.Faults.Add(Fault.CutInBody(31), rpc: "Events/Stream");

        Assert.Equal("""{"result":{"name":"events.strea""", await ReadUntilCut(HttpMethod.Post, "/api/v3/events", Events));
    }

    [Fact]
    public async Task SlowBody_Always_SendsPieceByPieceByTheClock()
    {
        Emulator.Faults.Add(Fault.SlowBody(1, TimeSpan.FromMinutes(1)));

        var reading = Api.Get("/api/v3/applications/app1/collaborators/search?query=nobody");
        await _clock.UntilSomethingWaits();
        Assert.False(reading.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _clock.UntilSomethingWaits();
        Assert.False(reading.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("{}", (await reading).Text);
    }

    [Fact]
    public async Task Delay_Always_WaitsByTheClock()
    {
        Emulator.Faults.Add(Fault.Delay(TimeSpan.FromHours(1)));
        var watch = Stopwatch.StartNew();

        var reading = Api.Get(Device);
        await _clock.UntilSomethingWaits();
        Assert.False(reading.IsCompleted);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(200, (await reading).Status);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Warning_Always_ComesWithTheAnswer()
    {
        Emulator.Faults.Add(Fault.Warning("will go away"), times: 2);

        Assert.Equal("will go away", (await Api.Get(Device)).Header("X-Warning"));
        var refused = await Api.Get("/api/v3/applications/none1");
        Assert.Equal(404, refused.Status);
        Assert.Equal("will go away", refused.Header("X-Warning"));
        Assert.Null((await Api.Get(Device)).Header("X-Warning"));
    }

    [Fact]
    public async Task Faults_ApplyToWhatMatchesOnly()
    {
        var byRpc = Emulator.Faults.Add(Fault.Status(500), rpc: "EndDeviceRegistry/Update");
        var byRequest = Emulator.Faults.Add(Fault.Status(502), when: r => r.PathAndQuery.Contains("dev2", StringComparison.Ordinal));
        var byBoth = Emulator.Faults.Add(Fault.Status(503), rpc: "EndDeviceRegistry/Get", when: r => r.Headers.ContainsKey("X-Test"));

        Assert.Equal(200, (await Api.Get(Device)).Status);
        Assert.Equal(502, (await Api.Get("/api/v3/applications/app1/devices/dev2")).Status);
        Assert.Equal(500, (await Api.Put(Device, Rename)).Status);
        Assert.Equal(200, (await Api.Put(Device, Rename)).Status);
        Assert.Equal(503, (await Api.Send(HttpMethod.Get, Device, null, ("X-Test", "1"))).Status);
        Assert.Equal([1, 1, 1], [byRpc.Applied, byRequest.Applied, byBoth.Applied]);
    }

    [Fact]
    public async Task Faults_OfSeveral_ApplyInTurn()
    {
        Emulator.Faults.Add(Fault.Status(500));
        Emulator.Faults.Add(Fault.Status(503), times: 2);

        foreach (var status in (int[])[500, 503, 503, 200])
            Assert.Equal(status, (await Api.Get(Device)).Status);
    }

    [Fact]
    public async Task Faults_TakenBack_DoNotApply()
    {
        var removed = Emulator.Faults.Add(Fault.Status(500), times: 5);
        removed.Remove();
        Assert.Equal(200, (await Api.Get(Device)).Status);
        Emulator.Faults.Add(Fault.Status(500), times: 5);
        Emulator.Faults.Clear();
        Assert.Equal(200, (await Api.Get(Device)).Status);
        Assert.Equal(0, removed.Applied);
    }

    [Fact]
    public async Task Faults_OfRequestsThatLeadNowhere_ApplyToo()
    {
        Emulator.Faults.Add(Fault.Status(503));

        Assert.Equal(503, (await Api.Get("/nowhere")).Status);
        Assert.Equal(404, (await Api.Get("/nowhere")).Status);
    }

    [Fact]
    public void Faults_ThatMakeNoSense_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Status(200));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Status(600));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.CutInBody(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.SlowBody(0, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Delay(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentException>(() => Fault.Warning("line\nfeed"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Emulator.Faults.Add(Fault.Status(500), times: 0));
    }

    [Fact]
    public async Task CutStreams_Always_CutsAllAndNothingElse()
    {
        await using var one = new EventLines(await Api.Open(HttpMethod.Post, "/api/v3/events", Events));
        await using var other = new EventLines(await Api.Open(HttpMethod.Post, "/api/v3/events", Events));
        await one.Next();
        await other.Next();

        Assert.Equal(2, Emulator.OpenStreams);
        Assert.Equal(2, Emulator.CutStreams());
        await Assert.ThrowsAnyAsync<IOException>(() => one.Line());
        await Assert.ThrowsAnyAsync<IOException>(() => other.Line());
        Assert.Equal(0, Emulator.OpenStreams);
        Assert.Equal(0, Emulator.CutStreams());
        Assert.Equal(200, (await Api.Get(Device)).Status);
    }

    protected override TheThingsStackEmulatorOptions Options() => new() { TimeProvider = _clock };

    private async Task<string> ReadUntilCut(HttpMethod method, string path, string? body = null)
    {
        using var response = await Api.Open(method, path, body);
        var stream = await response.Content.ReadAsStreamAsync();
        var text = new StringBuilder();
        var buffer = new byte[100];
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            Assert.Fail("the answer came to an end");
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // That is what was to happen.
        }

        return text.ToString();
    }
}
