using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public async Task Seed_Same_GivesTheSameAnswersToTheSameRequests()
    {
        Assert.Equal(await Transcript(7), await Transcript(7));
        Assert.NotEqual(await Transcript(7), await Transcript(8));
    }

    [Fact]
    public async Task Seed_Same_GivesTheSameKeysWhateverWasAskedBefore()
    {
        await using var one = await TheThingsStackEmulator.StartAsync(new() { Seed = 1 });
        await using var other = await TheThingsStackEmulator.StartAsync(new() { Seed = 1 });
        using var api = new ApiClient(one);
        using var otherApi = new ApiClient(other);
        await api.Get("/api/v3/applications/none1");

        var key = await Keys.Create(api, "applications/app1", "RIGHT_APPLICATION_INFO");
        var otherKey = await Keys.Create(otherApi, "applications/app1", "RIGHT_APPLICATION_INFO");

        Assert.Equal(one.ApiKey, other.ApiKey);
        Assert.Equal(key["key"]!.GetValue<string>(), otherKey["key"]!.GetValue<string>());
    }

    private static async Task<string> Transcript(int seed)
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync(new() { Seed = seed, TimeProvider = new ManualClock() });
        using var api = new ApiClient(emulator);
        var key = await Keys.Create(api, "applications/app1", "RIGHT_APPLICATION_INFO");
        await Uplinks.Simulate(api, Uplinks.Data());
        var missing = await api.Get("/api/v3/applications/none1");
        await using var stream = new EventLines(await api.Open(HttpMethod.Post, "/api/v3/events", """{"identifiers":[{"application_ids":{"application_id":"app1"}}],"tail":5}"""));
        return string.Join('\n', emulator.ApiKey, key.ToJsonString(), missing.Text, missing.Header("X-Request-Id"), await stream.Line(), await stream.Line(), await stream.Line(), await stream.Line());
    }
}
