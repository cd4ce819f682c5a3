namespace TheThingsStack.Analyzers.Tests.Rules;

public class WrapperValueTests
{
    [Fact]
    public Task Set_ValueThatIsNotSet_IsFlagged() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, FrequencyPlanId = "EU" }, d => [d.FrequencyPlanId, {|TTS2207:d.MacSettings.Rx1Delay.Value|}]);
        """);

    [Fact]
    public Task Set_ValueThatIsNull_IsFlagged() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() };
        device.MacSettings.Rx1Delay = null;
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [{|TTS2207:d.MacSettings.Rx1Delay.Value|}]);
        """);

    [Fact]
    public Task Set_ParentThatIsNull_IsFlagged() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = null }, d => [{|TTS2207:d.MacSettings.Rx1Delay.Value|}]);
        """);

    [Fact]
    public Task Set_ValueThatIsSet_IsSilent() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Rx1Delay = RxDelay.RxDelay5 } }, d => [d.MacSettings.Rx1Delay.Value]);
        """);

    [Fact]
    public Task Set_ValueThatMayBeSet_IsSilent() => Verify.File("""
        class Program
        {
            async Task Run(TheThingsStackClient stack, RxDelay? delay, MacSettings settings)
            {
                await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Rx1Delay = delay } }, d => [d.MacSettings.Rx1Delay.Value]);
                await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = settings }, d => [d.MacSettings.Rx1Delay.Value]);
                var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() };
                if (delay is not null)
                    device.MacSettings.Rx1Delay = delay;
                await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.MacSettings.Rx1Delay.Value]);
            }
        }
        """);

    [Fact]
    public Task Set_WrapperThatIsNull_IsSilent() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Rx1Delay = null } }, d => [d.MacSettings.Rx1Delay]);
        """);

    [Fact]
    public Task Get_Value_IsSilent() => Verify.Statements("""
        var device = await stack.NsEndDeviceRegistry.GetAsync("app1", "dev1", d => [d.MacSettings.Rx1Delay.Value]);
        Console.WriteLine(device.MacSettings?.Rx1Delay);
        """);

    [Fact]
    public Task Fix_NamesTheWrapper() => Verify.FixStatements<WrapperValueFix>(
        """
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Rx1Delay = null } }, d => [{|TTS2207:d.MacSettings.Rx1Delay.Value|}]);
        """,
        """
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Rx1Delay = null } }, d => [d.MacSettings.Rx1Delay]);
        """);
}
