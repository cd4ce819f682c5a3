namespace TheThingsStack.Analyzers.Tests.Rules;

public class PathBelowOneofMemberTests
{
    [Theory]
    [InlineData("""await stack.NsEndDeviceRegistry.GetAsync("a", "d", d => [{|TTS2003:d.MacSettings.Adr.Mode.Dynamic.Margin|}]);""")]
    public Task Read_BelowAMember_IsFlagged(string statements) => Verify.Statements(statements);

    [Theory]
    [InlineData("""await stack.NsEndDeviceRegistry.GetAsync("a", "d", d => [d.MacSettings.Adr.Mode.Dynamic]);""")]
    [InlineData("""await stack.NsEndDeviceRegistry.GetAsync("a", "d", d => [d.MacSettings.Adr.Mode, d.MacSettings.Rx1Delay]);""")]
    public Task Read_OfTheMember_IsLeftAlone(string statements) => Verify.Statements(statements);

    [Fact]
    public Task Fix_AsksForTheMember() => Verify.FixStatements<PathBelowOneofMemberFix>(
        """
        await stack.NsEndDeviceRegistry.GetAsync("a", "d", d => [d.Ids, {|TTS2003:d.MacSettings.Adr.Mode.Dynamic.Margin|}]);
        """,
        """
        await stack.NsEndDeviceRegistry.GetAsync("a", "d", d => [d.Ids, d.MacSettings.Adr.Mode.Dynamic]);
        """);
}
