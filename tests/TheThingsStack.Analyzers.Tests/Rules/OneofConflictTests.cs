namespace TheThingsStack.Analyzers.Tests.Rules;

public partial class OneofConflictTests
{
    [Theory]
    [InlineData("""FieldMask<EndDevice> mask = [EndDevice.Paths.MacSettings.Adr.Mode.Static, {|TTS2204:EndDevice.Paths.MacSettings.Adr.Mode.Dynamic|}];""")]
    [InlineData("""FieldMask<EndDevice> mask = FieldMask.Of<EndDevice>(EndDevice.Paths.MacSettings.Adr.Mode.Static.NbTrans, {|TTS2204:EndDevice.Paths.MacSettings.Adr.Mode.Dynamic.Margin|});""")]
    [InlineData("""_ = FieldMask<EndDevice>.TryParse("mac_settings.adr.mode.static,{|TTS2204:mac_settings.adr.mode.disabled|}", out _);""")]
    public Task Mask_WithTwoMembersOfAOneof_IsFlagged(string statements) => Verify.Statements(statements);

    [Theory]
    [InlineData("""FieldMask<EndDevice> mask = [EndDevice.Paths.MacSettings.Adr.Mode.Dynamic.Margin, EndDevice.Paths.MacSettings.Adr.Mode.Dynamic.MaxNbTrans];""")]
    [InlineData("""FieldMask<EndDevice> mask = [EndDevice.Paths.MacSettings.Adr.Mode, EndDevice.Paths.MacSettings.Rx1Delay, EndDevice.Paths.Name];""")]
    public Task Mask_WithOneMember_IsLeftAlone(string statements) => Verify.Statements(statements);

    [Fact]
    public Task Fix_AsksForTheOneof() => Verify.FixStatements<OneofConflictFix>(
        """FieldMask<EndDevice> mask = [EndDevice.Paths.Name, EndDevice.Paths.MacSettings.Adr.Mode.Static, {|TTS2204:EndDevice.Paths.MacSettings.Adr.Mode.Dynamic|}];""",
        """FieldMask<EndDevice> mask = [EndDevice.Paths.Name, EndDevice.Paths.MacSettings.Adr.Mode];""");

    [Fact]
    public Task Fix_InAText_AsksForTheOneof() => Verify.FixStatements<OneofConflictFix>(
        """_ = FieldMask<EndDevice>.TryParse("mac_settings.adr.mode.static,{|TTS2204:mac_settings.adr.mode.dynamic.margin|},name", out _);""",
        """_ = FieldMask<EndDevice>.TryParse("mac_settings.adr.mode,name", out _);""");
}
