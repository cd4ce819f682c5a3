namespace TheThingsStack.Analyzers.Tests.Rules;

public class RefusedPathTests
{
    [Theory]
    [InlineData("""await stack.EndDeviceRegistry.GetAsync("a", "d", d => [d.Name, {|TTS2101:d.RootKeys|}]);""")]
    [InlineData("""await stack.EndDeviceRegistry.GetAsync("a", "d", fieldMask: d => [{|TTS2101:d.MacSettings.Rx1Delay|}]);""")]
    [InlineData("""await stack.EndDeviceRegistry.GetAsync("a", "d", d => { return [{|TTS2101:d.RootKeys|}]; });""")]
    [InlineData("""FieldMask<EndDevice> mask = [EndDevice.Paths.Name, {|TTS2101:EndDevice.Paths.RootKeys|}]; await stack.EndDeviceRegistry.GetAsync("a", "d", mask);""")]
    [InlineData("""FieldMask<EndDevice> mask = [EndDevice.Paths.RootKeys]; await stack.EndDeviceRegistry.GetAsync("a", "d", {|TTS2101:mask|}); await stack.JsEndDeviceRegistry.GetAsync("a", "d", mask);""")]
    [InlineData("""await stack.EndDeviceRegistry.GetAsync("a", "d", FieldMask.Of<EndDevice>({|TTS2101:EndDevice.Paths.RootKeys|}));""")]
    [InlineData("""await stack.EndDeviceRegistry.GetAsync("a", "d", {|TTS2301:FieldMask<EndDevice>.Parse("name,{|TTS2101:root_keys|}")|});""")]
    [InlineData("""await stack.EndDeviceRegistry.GetAsync("a", "d", {|TTS2101:JsEndDeviceRegistryClient.Get.Fields|});""", true)]
    [InlineData("""await foreach (var d in stack.EndDeviceRegistry.ListAllAsync("a", d => [{|TTS2101:d.Session|}])) { }""")]
    [InlineData("""await stack.EndDeviceRegistry.UpdateAsync(new() { Ids = new() { DeviceId = "d", ApplicationIds = "a" } }, d => [{|TTS2101:d.Ids.DevEui|}]);""", true)]
    [InlineData("""await stack.AsEndDeviceRegistry.SetAsync(new() { Ids = new() { DeviceId = "d", ApplicationIds = "a" } }, d => [{|TTS2101:d.Session|}]);""", true)]
    [InlineData("""await stack.Devices.GetAsync("a", "d", d => [d.RootKeys, {|TTS2101:d.QueuedApplicationDownlinks|}]);""")]
    [InlineData("""var more = DateTime.Now.Ticks > 0; await stack.EndDeviceRegistry.GetAsync("a", "d", more ? [EndDevice.Paths.Name, {|TTS2101:EndDevice.Paths.RootKeys|}] : [EndDevice.Paths.RootKeys]);""")]
    public async Task Mask_WithARefusedPath_IsFlagged(string statements, bool othersToo = false)
    {
        if (!othersToo)
            await Verify.Statements(statements);
        var plain = System.Text.RegularExpressions.Regex.Replace(statements, @"\{\|TTS\d+:|\|\}", "");
        Assert.Contains(await Verify.Messages(plain), static message => message.Contains(" does not accept '", StringComparison.Ordinal));
    }

    [Fact]
    public Task SharedMask_ThatFitsOneRpcOnly_IsFlaggedAtTheArgument() => Verify.File("""
        class Program
        {
            static readonly FieldMask<EndDevice> Keys = [EndDevice.Paths.RootKeys];
            static FieldMask<EndDevice> Names => [EndDevice.Paths.Name];
            async Task Run(TheThingsStackClient stack)
            {
                await stack.JsEndDeviceRegistry.GetAsync("a", "d", Keys);
                await stack.EndDeviceRegistry.GetAsync("a", "d", {|TTS2101:Keys|});
                await stack.EndDeviceRegistry.GetAsync("a", "d", Names);
                await stack.JsEndDeviceRegistry.GetAsync("a", "d", {|TTS2101:Names|});
            }
        }
        """);

    [Theory]
    [InlineData("""await stack.EndDeviceRegistry.GetAsync("a", "d", d => [d.RootKeys]);""", "EndDeviceRegistry/Get does not accept 'root_keys': it is held by the Join Server; read it with JsEndDeviceRegistry/Get")]
    [InlineData("""FieldMask<EndDevice> mask = [EndDevice.Paths.RootKeys, EndDevice.Paths.NetId]; await stack.EndDeviceRegistry.GetAsync("a", "d", mask); await stack.JsEndDeviceRegistry.GetAsync("a", "d", mask);""", "EndDeviceRegistry/Get does not accept 'root_keys': it is held by the Join Server; read it with JsEndDeviceRegistry/Get; one more path of this mask is refused")]
    [InlineData("""await stack.Devices.GetAsync("a", "d", d => [d.QueuedApplicationDownlinks]);""", "Devices.Get does not accept 'queued_application_downlinks': no server returns it")]
    public async Task Message_NamesWhoHoldsThePath(string statements, string expected) =>
        Assert.Equal(expected, Assert.Single(await Verify.Messages(statements)));

    [Theory]
    [InlineData("""await stack.EndDeviceRegistry.GetAsync("a", "d", d => [d.Name, d.Locations, d.Ids.DevEui]);""")]
    [InlineData("""await stack.NsEndDeviceRegistry.GetAsync("a", "d", d => [d.MacSettings.Rx1Delay.Value]);""")]
    [InlineData("""await stack.EndDeviceRegistry.GetAsync("a", "d", FieldMask<EndDevice>.Empty);""")]
    [InlineData("""await stack.EndDeviceRegistry.GetAsync("a", "d", EndDeviceRegistryClient.Get.Fields);""")]
    [InlineData("""await stack.Devices.GetAsync("a", "d", d => [d.Name, d.RootKeys, d.MacSettings, d.Formatters]);""")]
    [InlineData("""FieldMask<EndDevice> mask = [EndDevice.Paths.RootKeys]; mask = [EndDevice.Paths.Name]; await stack.EndDeviceRegistry.GetAsync("a", "d", mask);""")]
    [InlineData("""async Task Read(FieldMask<EndDevice> mask) => await stack.EndDeviceRegistry.GetAsync("a", "d", mask); await Read([EndDevice.Paths.RootKeys]);""")]
    [InlineData("""var more = DateTime.Now.Ticks > 0; await stack.EndDeviceRegistry.GetAsync("a", "d", more ? [EndDevice.Paths.RootKeys] : [EndDevice.Paths.Name]);""")]
    [InlineData("""FieldMask<EndDevice> all = [EndDevice.Paths.Name, EndDevice.Paths.RootKeys]; await stack.EndDeviceRegistry.GetAsync("a", "d", all.Except([EndDevice.Paths.RootKeys]));""")]
    public Task Mask_ThatIsAcceptedOrNotSeen_IsLeftAlone(string statements) => Verify.Statements(statements);

    [Fact]
    public Task Fix_RemovesThePath() => Verify.FixStatements<RefusedPathFix>(
        """
        await stack.EndDeviceRegistry.GetAsync("a", "d", d => [d.Name, {|TTS2101:d.RootKeys|}, {|TTS2101:d.Session|}]);
        await stack.EndDeviceRegistry.GetAsync("a", "d", FieldMask.Of<EndDevice>({|TTS2101:EndDevice.Paths.RootKeys|}, EndDevice.Paths.Name));
        """,
        """
        await stack.EndDeviceRegistry.GetAsync("a", "d", d => [d.Name]);
        await stack.EndDeviceRegistry.GetAsync("a", "d", FieldMask.Of<EndDevice>(EndDevice.Paths.Name));
        """);

    [Fact]
    public Task Fix_MovesTheCallToTheServerThatHoldsThePath() => Verify.FixStatements<RefusedPathFix>(
        """var device = await stack.EndDeviceRegistry.GetAsync("a", "d", d => [{|TTS2101:d.RootKeys|}]);""",
        """var device = await stack.JsEndDeviceRegistry.GetAsync("a", "d", d => [d.RootKeys]);""",
        action: 1);
}
