namespace TheThingsStack.Analyzers.Tests.Rules;

public class RefusedPropertyTests
{
    [Fact]
    public Task Update_PropertyThatAnotherServerStores_IsFlagged() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice
        {
            Ids = new() { DeviceId = "dev1" },
            Name = "x",
            {|TTS2102:FrequencyPlanId|} = "EU_863_870",
            RootKeys = new() { AppKey = new() { {|TTS2102:Key|} = AesKey.Parse("00112233445566778899AABBCCDDEEFF") } },
        });
        """);

    [Fact]
    public Task Update_OfALocal_IsFlaggedWhereThePropertyIsSet() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() };
        device.MacSettings.{|TTS2102:Rx1Delay|} = RxDelay.RxDelay5;
        await stack.EndDeviceRegistry.UpdateAsync(device, (FieldMask<EndDevice>?)null);
        """);

    [Fact]
    public Task Update_MessageThatIsNotSeen_IsFlaggedIfNoPartIsTaken() => Verify.File("""
        class Program
        {
            Task<EndDevice> Run(TheThingsStackClient stack, RootKeys keys, EndDeviceVersionIdentifiers version) =>
                stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, {|TTS2102:RootKeys|} = keys, VersionIds = version });
        }
        """);

    [Fact]
    public Task Update_EmptyMessage_IsFlagged() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, {|TTS2102:MacSettings|} = new() });
        """);

    [Fact]
    public Task Update_MemberOfAOneof_IsFlaggedWhole() => Verify.Statements("""
        await stack.AsEndDeviceRegistry.SetAsync(new EndDevice
        {
            Ids = new() { DeviceId = "dev1" },
            Formatters = new() { UpFormatter = PayloadFormatter.Javascript },
            MacSettings = new() { Adr = new() { {|TTS2102:Dynamic|} = new() { Margin = 5 } } },
        });
        """);

    [Fact]
    public Task WholeDevice_PropertyThatNoServerStores_IsFlagged() => Verify.Statements("""
        await stack.Devices.RegisterAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", {|TTS2102:QueuedApplicationDownlinks|} = [] });
        await stack.Devices.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", {|TTS2102:QueuedApplicationDownlinks|} = [new()] });
        """);

    [Fact]
    public Task Update_OfWhatWasRead_IsFlaggedForWhatIsSetOnIt() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        device.{|TTS2102:FrequencyPlanId|} = "EU_863_870";
        await stack.EndDeviceRegistry.UpdateAsync(device);
        """);

    [Fact]
    public Task Update_WhatTheRpcStores_IsSilent() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", CreatedAt = default(Timestamp), Picture = new() { Embedded = new() { MimeType = "image/png" } } });
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Rx1Delay = RxDelay.RxDelay5, Adr = new() { Disabled = new() } } });
        await stack.Devices.RegisterAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", MacSettings = new(), RootKeys = new() { AppKey = new() { Key = AesKey.Parse("00112233445566778899AABBCCDDEEFF") } } });
        await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY", Name = "x" });
        """);

    [Fact]
    public Task Update_NullOrMaybeNull_IsSilent() => Verify.File("""
        class Program
        {
            async Task Run(TheThingsStackClient stack, string? plan, RootKeys? keys, RxDelay? delay)
            {
                await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", FrequencyPlanId = null, RootKeys = keys });
                await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", FrequencyPlanId = plan, MacSettings = delay is null ? null : new() { Rx1Delay = delay } });
            }
        }
        """);

    [Fact]
    public Task Update_PropertyThatIsSetUnderACondition_IsSilent() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" };
        var onNetworkServer = Environment.GetCommandLineArgs().Length > 1;
        if (onNetworkServer)
            device.FrequencyPlanId = "EU_863_870";
        if (!onNetworkServer)
            await stack.EndDeviceRegistry.UpdateAsync(device);
        """);

    [Fact]
    public Task Update_PropertyThatIsTakenBack_IsSilent() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", FrequencyPlanId = "EU_863_870" };
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.FrequencyPlanId]);
        device.FrequencyPlanId = null;
        await stack.EndDeviceRegistry.UpdateAsync(device);
        """);

    [Fact]
    public Task Update_WithAMask_IsNotJudgedByThisRule() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", {|TTS2201:FrequencyPlanId|} = "EU_863_870" }, d => [d.Name]);
        """);

    [Fact]
    public Task Update_ObjectThatIsNotSeen_IsSilent() => Verify.File("""
        class Program
        {
            async Task Run(TheThingsStackClient stack, EndDevice device, Action<EndDevice> strip)
            {
                device.FrequencyPlanId = "EU_863_870";
                await stack.EndDeviceRegistry.UpdateAsync(device);
                var made = new EndDevice { Ids = new() { DeviceId = "dev1" }, FrequencyPlanId = "EU_863_870" };
                strip(made);
                await stack.EndDeviceRegistry.UpdateAsync(made);
            }
        }
        """);

    [Fact]
    public Task Create_TakesEverything_IsSilent() => Verify.Statements("""
        await stack.EndDeviceRegistry.CreateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, FrequencyPlanId = "EU_863_870" });
        """);

    [Fact]
    public async Task Message_NamesTheRpcThatTakesIt() => Assert.Equal(
        [
            "EndDeviceRegistry/Update does not store 'frequency_plan_id': it is held by the Network Server; write it with NsEndDeviceRegistry/Set",
            "Devices.Update does not store 'queued_application_downlinks': no server stores it",
        ],
        await Verify.Messages("""
            await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, FrequencyPlanId = "EU_863_870" });
            await stack.Devices.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, QueuedApplicationDownlinks = [] });
            """));

    [Fact]
    public Task Fix_DoesNotSetTheProperty() => Verify.FixStatements<RefusedPropertyFix>(
        """
        var device = new EndDevice
        {
            Ids = new() { DeviceId = "dev1" },
            Name = "x",
            MacSettings = new() { Adr = new() { {|TTS2102:Disabled|} = new() } },
        };
        device.{|TTS2102:FrequencyPlanId|} = "EU_863_870";
        await stack.EndDeviceRegistry.UpdateAsync(device);
        """,
        """
        var device = new EndDevice
        {
            Ids = new() { DeviceId = "dev1" },
            Name = "x",
        };
        await stack.EndDeviceRegistry.UpdateAsync(device);
        """);
}
