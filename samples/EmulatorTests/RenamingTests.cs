using TheThingsStack;
using TheThingsStack.Emulator;
using TheThingsStack.V3;

namespace EmulatorTests;

/// <summary>Tests against an emulator of The Things Stack inside the test process: no network, no account, a fresh one for each test.</summary>
public sealed class RenamingTests
{
    [Fact]
    public async Task Renaming_ADevice_StoresTheNewName()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync();
        using var stack = Connect(emulator);
        var before = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);

        Assert.Equal(1, await new Renaming(stack).AddPrefixAsync("app1", "hall 3: "));

        var after = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        Assert.Equal("hall 3: " + before.Name, after.Name);
        Assert.Equal(0, await new Renaming(stack).AddPrefixAsync("app1", "hall 3: "));
    }

    [Fact]
    public async Task Renaming_WhenTheServerRefuses_SaysWhy()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync();
        using var stack = Connect(emulator);
        emulator.Faults.Add(Fault.Status(403), rpc: "EndDeviceRegistry/Update");

        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => new Renaming(stack).AddPrefixAsync("app1", "hall 3: "));

        Assert.Equal(GrpcCode.PermissionDenied, e.Code);
        Assert.Equal("PUT", emulator.Requests[^1].Method);
    }

    private static TheThingsStackClient Connect(TheThingsStackEmulator emulator) =>
        new(new() { Address = emulator.Address.ToString(), ApiKey = emulator.ApiKey, UserAgent = new("renaming-tests", "1.0.0") });
}
