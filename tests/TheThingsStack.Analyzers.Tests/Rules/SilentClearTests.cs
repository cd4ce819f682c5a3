namespace TheThingsStack.Analyzers.Tests.Rules;

public class SilentClearTests
{
    [Fact]
    public Task Update_PathThatNothingIsSetFor_IsFlagged() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" }, d => [d.Name, {|TTS2202:d.Description|}]);
        """);

    [Fact]
    public Task Update_OfALocal_IsFlagged() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" } };
        device.Name = "x";
        await stack.EndDeviceRegistry.UpdateAsync(device, [EndDevice.Paths.Name, {|TTS2202:EndDevice.Paths.Locations|}]);
        """);

    [Fact]
    public Task Set_NestedPath_IsFlagged() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, FrequencyPlanId = "EU" }, d => [d.FrequencyPlanId, {|TTS2202:d.MacSettings.Rx1Delay|}, {|TTS2202:d.MacSettings.Adr.Mode|}]);
        """);

    [Fact]
    public Task Update_MaskOfAText_IsFlaggedInTheText() => Verify.Statements("""
        var mask = {|TTS2301:FieldMask<EndDevice>.Parse("name,{|TTS2202:description|}")|};
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" }, mask);
        """);

    [Fact]
    public Task Update_SharedMask_IsFlaggedOnceAtTheArgument() => Verify.File("""
        static class Devices
        {
            private static readonly FieldMask<EndDevice> Editable = [EndDevice.Paths.Name, EndDevice.Paths.Description, EndDevice.Paths.Attributes];

            public static Task<EndDevice> Rename(TheThingsStackClient stack, EndDeviceIdentifiers ids, string name) =>
                stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = name }, {|TTS2202:Editable|});
        }
        """);

    [Fact]
    public Task Update_PathInEveryBranchOfTheMask_IsFlagged() => Verify.Statements("""
        var all = Environment.GetCommandLineArgs().Length > 1;
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" }, d => all ? [d.Name, {|TTS2202:d.Description|}] : [d.Description]);
        """);

    [Fact]
    public Task Update_OfWhatWasReadWithoutThePath_IsFlagged() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        device.Name = "x";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, {|TTS2202:d.Description|}]);
        """);

    [Fact]
    public Task WholeDevice_PathThatNothingIsSetFor_IsFlagged() => Verify.Statements("""
        await stack.Devices.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" }, d => [d.Name, {|TTS2202:d.FrequencyPlanId|}]);
        """);

    [Fact]
    public Task Update_ExplicitNothing_IsIntent() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = null, Description = "", Attributes = [] }, d => [d.Name, d.Description, d.Attributes]);
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() };
        device.MacSettings.UseAdr = false;
        device.MacSettings.StatusCountPeriodicity = 0;
        device.MacSettings.Rx1Delay = default;
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.MacSettings.UseAdr, d.MacSettings.StatusCountPeriodicity, d.MacSettings.Rx1Delay]);
        """);

    [Fact]
    public Task Set_ParentThatIsAssigned_IsIntent() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = null }, d => [d.MacSettings.Rx1Delay]);
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Rx2Frequency = 1 } }, d => [d.MacSettings.Rx1Delay, d.MacSettings.Rx2Frequency]);
        """);

    [Fact]
    public Task Set_SomethingBelowThePath_IsSilent() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Adr = new() { Dynamic = new() { Margin = 5 } } } }, d => [d.MacSettings]);
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Adr = new() { Disabled = new() } } }, d => [d.MacSettings.Adr.Mode]);
        """);

    [Fact]
    public Task Update_PropertyThatIsSetUnderACondition_IsSilent() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" };
        if (Environment.GetCommandLineArgs().Length > 1)
            device.Description = "y";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);
        """);

    [Fact]
    public Task Update_PathInOneBranchOfTheMask_IsSilent() => Verify.Statements("""
        var all = Environment.GetCommandLineArgs().Length > 1;
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" }, d => all ? [d.Name, d.Description] : [d.Name]);
        """);

    [Fact]
    public Task Update_Everything_Replaces() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" }, EndDeviceRegistryClient.Update.Fields);
        """);

    [Fact]
    public Task Update_ObjectThatIsNotSeen_IsSilent() => Verify.File("""
        class Program
        {
            Task<EndDevice> Parameter(TheThingsStackClient stack, EndDevice device) => stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);

            Task<EndDevice> Made(TheThingsStackClient stack) => stack.EndDeviceRegistry.UpdateAsync(Make(), d => [d.Name, d.Description]);

            async Task Filled(TheThingsStackClient stack)
            {
                var device = new EndDevice { Ids = new() { DeviceId = "dev1" } };
                Fill(device);
                await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);
            }

            async Task Part(TheThingsStackClient stack)
            {
                var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, VersionIds = new() };
                Fill(device.VersionIds);
                await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.VersionIds.BrandId]);
            }

            static EndDevice Make() => new();

            static void Fill(object device)
            {
            }
        }
        """);

    [Fact]
    public Task Update_OfWhatWasReadWithThePath_IsSilent() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.VersionIds.BrandId, d.Attributes]);
        device.Name = "x";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.VersionIds, d.Attributes]);
        """);

    [Fact]
    public Task Update_WhatSaysWhichEntityItIs_IsSilent() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { FrequencyPlanId = "EU" }, d => [d.Ids.DeviceId, d.FrequencyPlanId]);
        """);

    [Fact]
    public Task Update_PathThatTheRpcRefuses_IsFlaggedAsSuchAlone() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" }, d => [d.Name, {|TTS2101:d.FrequencyPlanId|}]);
        """);

    [Fact]
    public Task Update_LocalThatIsMadeAnewEachTime_IsSilent() => Verify.Statements("""
        EndDevice device = new() { Ids = new() { DeviceId = "dev1" } };
        for (var i = 0; i < 3; i++)
        {
            device.Name = $"{i}";
            if (i > 0)
                device.Description = "again";
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);
            device = new() { Ids = new() { DeviceId = $"dev{i}" }, Description = "" };
        }
        """);

    [Fact]
    public Task Fix_RemovesThePath() => Verify.FixStatements<SilentClearFix>(
        """
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" }, d => [d.Name, {|TTS2202:d.Description|}, {|TTS2202:d.Locations|}]);
        """,
        """
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" }, d => [d.Name]);
        """);

    [Fact]
    public Task Fix_ClearsOnPurpose() => Verify.FixStatements<SilentClearFix>(
        """
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" } };
        device.Name = "x";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, {|TTS2202:d.Description|}]);
        """,
        """
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Description = null };
        device.Name = "x";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);
        """,
        action: 1);
}
