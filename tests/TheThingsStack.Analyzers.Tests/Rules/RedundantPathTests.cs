namespace TheThingsStack.Analyzers.Tests.Rules;

public class RedundantPathTests
{
    [Theory]
    [InlineData("""FieldMask<EndDevice> mask = [EndDevice.Paths.MacSettings, {|TTS2205:EndDevice.Paths.MacSettings.Rx1Delay|}];""")]
    [InlineData("""FieldMask<EndDevice> mask = [{|TTS2205:EndDevice.Paths.MacSettings.Rx1Delay|}, EndDevice.Paths.MacSettings];""")]
    [InlineData("""FieldMask<EndDevice> mask = [EndDevice.Paths.Name, {|TTS2205:EndDevice.Paths.Name|}];""")]
    [InlineData("""await stack.NsEndDeviceRegistry.GetAsync("a", "d", d => [d.MacSettings.Rx1Delay, {|TTS2205:d.MacSettings.Rx1Delay.Value|}]);""")]
    [InlineData("""_ = FieldMask<EndDevice>.TryParse("{|TTS2205:ids.dev_eui|},ids,name,{|TTS2205:name|}", out _);""")]
    [InlineData("""FieldMask<EndDevice> some = [EndDevice.Paths.Name]; FieldMask<EndDevice> mask = [..some, {|TTS2205:EndDevice.Paths.Name|}];""")]
    public Task Path_BelowOrTwice_IsFlagged(string statements) => Verify.Statements(statements);

    [Theory]
    [InlineData("""FieldMask<EndDevice> mask = [EndDevice.Paths.MacSettings.Rx1Delay, EndDevice.Paths.MacSettings.Rx2Frequency];""")]
    [InlineData("""FieldMask<EndDevice> one = [EndDevice.Paths.Name], two = [EndDevice.Paths.Name]; _ = one.Union(two);""")]
    [InlineData("""List<FieldPath<EndDevice>> list = [EndDevice.Paths.Name, EndDevice.Paths.Name];""")]
    [InlineData("""_ = FieldMask<EndDevice>.TryParse("name,network_server_address,net_id", out _);""")]
    public Task Paths_BesideEachOther_AreLeftAlone(string statements) => Verify.Statements(statements);

    [Fact]
    public Task Fix_RemovesThePath() => Verify.FixStatements<RedundantPathFix>(
        """
        FieldMask<EndDevice> mask = [EndDevice.Paths.MacSettings, {|TTS2205:EndDevice.Paths.MacSettings.Rx1Delay|}];
        _ = FieldMask<EndDevice>.TryParse("{|TTS2205:ids.dev_eui|}, ids, name,{|TTS2205:name|}", out _);
        """,
        """
        FieldMask<EndDevice> mask = [EndDevice.Paths.MacSettings];
        _ = FieldMask<EndDevice>.TryParse("ids, name", out _);
        """);
}
