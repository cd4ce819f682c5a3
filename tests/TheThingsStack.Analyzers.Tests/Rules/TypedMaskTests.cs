namespace TheThingsStack.Analyzers.Tests.Rules;

public class TypedMaskTests
{
    [Theory]
    [InlineData("""_ = {|TTS2301:FieldMask<EndDevice>.Parse("name,mac_settings.rx1_delay")|};""")]
    [InlineData("""_ = {|TTS2301:FieldMask<EndDevice>.Parse("")|};""")]
    public Task Parse_OfALiteral_CanBeTyped(string statements) => Verify.Statements(statements);

    [Theory]
    [InlineData("""_ = FieldMask<EndDevice>.Parse(Console.ReadLine()!);""")]
    [InlineData("""_ = FieldMask<EndDevice>.TryParse("name", out _);""")]
    public Task Parse_OfSomethingElse_IsLeftAlone(string statements) => Verify.Statements(statements);

    [Fact]
    public Task Fix_WritesPaths() => Verify.FixStatements<TypedMaskFix>(
        """
        var mask = {|TTS2301:FieldMask<EndDevice>.Parse("name, mac_settings.adr.mode.dynamic")|};
        FieldMask<EndDevice> typed = {|TTS2301:FieldMask<EndDevice>.Parse("name")|};
        var none = {|TTS2301:FieldMask<EndDevice>.Parse("")|};
        var device = await stack.EndDeviceRegistry.GetAsync("a", "d", {|TTS2301:FieldMask<EndDevice>.Parse("name,locations")|});
        """,
        """
        var mask = FieldMask.Of<EndDevice>(EndDevice.Paths.Name, EndDevice.Paths.MacSettings.Adr.Mode.Dynamic);
        FieldMask<EndDevice> typed = [EndDevice.Paths.Name];
        var none = FieldMask<EndDevice>.Empty;
        var device = await stack.EndDeviceRegistry.GetAsync("a", "d", [EndDevice.Paths.Name, EndDevice.Paths.Locations]);
        """);
}
