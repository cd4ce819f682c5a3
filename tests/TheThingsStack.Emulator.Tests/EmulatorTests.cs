using TheThingsStack.Emulator.Recording;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>Starting, stopping, recording, tenants and the clock.</summary>
public sealed class EmulatorTests
{
    private const string Device = "/api/v3/applications/app1/devices/dev1";

    [Fact]
    public async Task Start_Twice_GivesTwoPortsAndTwoKeys()
    {
        await using var one = await TheThingsStackEmulator.StartAsync();
        await using var other = await TheThingsStackEmulator.StartAsync();

        Assert.Equal("127.0.0.1", one.Address.Host);
        Assert.NotEqual(one.Address, other.Address);
        Assert.NotEqual(one.ApiKey, other.ApiKey);
        using var api = new ApiClient(other) { Authorization = $"Bearer {one.ApiKey}" };
        Assert.Equal(401, (await api.Get(Device)).Status);
    }

    [Fact]
    public async Task Start_OnAPortInUse_Fails()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => TheThingsStackEmulator.StartAsync(new() { Port = emulator.Address.Port }));
    }

    [Fact]
    public async Task Dispose_Always_FreesThePort()
    {
        var emulator = await TheThingsStackEmulator.StartAsync();
        var port = emulator.Address.Port;
        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        await using var again = await TheThingsStackEmulator.StartAsync(new() { Port = port });

        Assert.Equal(port, again.Address.Port);
    }

    [Fact]
    public async Task Start_WithoutSeedData_IsEmpty()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync(new() { SeedData = false });
        using var api = new ApiClient(emulator);

        Assert.Equal("{}", (await api.Get("/api/v3/applications")).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ns/")]
    [InlineData("as/")]
    [InlineData("js/")]
    public async Task Seed_Always_IsOnAllServersOfAllTenants(string server)
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync();
        foreach (var host in (string?[])[null, "tenant1.localhost", "thethings.example.com"])
        {
            using var api = new ApiClient(emulator) { Host = host };
            Assert.Equal(200, (await api.Get($"/api/v3/{server}applications/app1/devices/dev1")).Status);
        }
    }

    [Fact]
    public async Task Tenants_Always_HaveDataOfTheirOwn()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync(new() { Tenants = { "acme" } });
        using var tenant = new ApiClient(emulator) { Host = "ACME.thethings.example.com" };
        using var unnamed = new ApiClient(emulator) { Host = "unknown.thethings.example.com" };
        using var api = new ApiClient(emulator);

        await tenant.Delete(Device);

        Assert.Equal(404, (await tenant.Get(Device)).Status);
        Assert.Equal(200, (await unnamed.Get(Device)).Status);
        Assert.Equal(200, (await api.Get(Device)).Status);
    }

    [Fact]
    public async Task Requests_Always_AreRecordedAsReceived()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync();
        using var api = new ApiClient(emulator);

        await api.Send(HttpMethod.Get, $"{Device}?field_mask=name%2Cids&x=%20", null, ("X-Twice", "a"), ("X-Twice", "b"));
        await api.Put(Device, "{ not json");
        await api.Get("/nowhere");

        Assert.Equal([$"GET {Device}?field_mask=name%2Cids&x=%20", $"PUT {Device}", "GET /nowhere"], emulator.Requests.Select(r => r.ToString()));
        Assert.Equal("a, b", string.Join(", ", emulator.Requests[0].Headers["x-twice"]));
        Assert.Equal($"Bearer {emulator.ApiKey}", emulator.Requests[0].Headers["Authorization"].Single());
        Assert.Equal("{ not json", emulator.Requests[1].BodyText);
        Assert.Equal(0, emulator.Requests[0].Body.Length);
    }

    [Theory]
    [InlineData(3, 1000, 3)]
    [InlineData(100, 25, 2)]
    [InlineData(100, 5, 1)]
    public void Recorder_OverItsBounds_DropsTheOldest(int maxCount, long maxBytes, int kept)
    {
        var recorder = new RequestRecorder(maxCount, maxBytes);
        foreach (var i in Enumerable.Range(0, 10))
            recorder.Add(new RecordedRequest(default, "PUT", $"/{i}", new Dictionary<string, IReadOnlyList<string>>(), new byte[10]));

        Assert.Equal(Enumerable.Range(10 - kept, kept).Select(i => $"/{i}"), recorder.Snapshot().Select(r => r.PathAndQuery));
    }

    [Fact]
    public async Task Clock_Given_StampsWhatIsStored()
    {
        var clock = new FixedClock(new DateTimeOffset(2030, 1, 2, 3, 4, 5, 120, TimeSpan.FromHours(1)));
        await using var emulator = await TheThingsStackEmulator.StartAsync(new() { TimeProvider = clock });
        using var api = new ApiClient(emulator);

        Assert.Equal("2030-01-02T02:04:05.12Z", (await api.Get(Device)).Json["created_at"]!.GetValue<string>());
        Assert.Equal(clock.GetUtcNow(), emulator.Requests[0].ReceivedAt);
    }

    [Fact]
    public async Task Calls_AtTheSameTime_AllSucceed()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync();
        using var api = new ApiClient(emulator);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => api.Post("/api/v3/applications/app1/devices", Body.Device(Body.NewDevice($"many{i}")))));

        Assert.All(answers, a => Assert.Equal(200, a.Status));
        Assert.Equal("201", (await api.Get("/api/v3/applications/app1/devices?limit=1")).Header("X-Total-Count"));
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
