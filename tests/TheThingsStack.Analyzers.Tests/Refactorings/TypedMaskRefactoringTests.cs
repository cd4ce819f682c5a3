using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.CodeFixes.Refactorings;

namespace TheThingsStack.Analyzers.Tests.Refactorings;

public class TypedMaskRefactoringTests
{
    private const string Off = "dotnet_diagnostic.TTS2301.severity = none";

    [Theory]
    [InlineData("""var mask = FieldMask<EndDevice>.§Parse("name,mac_settings.rx1_delay");""", "var mask = FieldMask.Of<EndDevice>(EndDevice.Paths.Name, EndDevice.Paths.MacSettings.Rx1Delay);")]
    [InlineData("""FieldMask<EndDevice> mask = FieldMask<EndDevice>.Parse("na§me");""", "FieldMask<EndDevice> mask = [EndDevice.Paths.Name];")]
    [InlineData("""await stack.EndDeviceRegistry.GetAsync("a", "d", FieldMask<§EndDevice>.Parse("name"));""", """await stack.EndDeviceRegistry.GetAsync("a", "d", [EndDevice.Paths.Name]);""")]
    public async Task Mask_WhereTheRuleIsOff_IsOfferedTyped(string before, string after)
    {
        var (titles, text) = await Refactoring.At<TypedMaskRefactoring>(Verify.Around(before), Off);
        Assert.Equal(["Write the mask with typed paths"], titles);
        Assert.Equal(Verify.Around(after), text);
    }

    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.severity = none")]
    [InlineData("dotnet_analyzer_diagnostic.category-TheThingsStack.Migration.severity = none")]
    public async Task AllRulesOff_IsOfferedToo(string config) =>
        Assert.NotNull((await Refactoring.At<TypedMaskRefactoring>(Verify.Around("""_ = FieldMask<EndDevice>.Parse("na§me");"""), config)).After);

    /// <summary>Then the diagnostic offers its fix; a hidden one does, too.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("dotnet_diagnostic.TTS2301.severity = warning")]
    [InlineData("dotnet_diagnostic.TTS2301.severity = silent")]
    [InlineData("dotnet_analyzer_diagnostic.severity = none\ndotnet_diagnostic.TTS2301.severity = suggestion")]
    [InlineData("dotnet_diagnostic.TTS2302.severity = none")]
    public async Task Mask_WhereTheRuleIsOn_IsNotOfferedTwice(string config) =>
        Assert.Null((await Refactoring.At<TypedMaskRefactoring>(Verify.Around("""_ = FieldMask<EndDevice>.Parse("na§me");"""), config)).After);

    [Theory]
    [InlineData("""_ = FieldMask<EndDevice>.Parse("nm§ae");""")]
    [InlineData("""_ = FieldMask<EndDevice>.Parse(Console.Read§Line()!);""")]
    [InlineData("""_ = DateTime.Parse("na§me");""")]
    [InlineData("""_ = FieldMask<EndDevice>.TryParse("na§me", out _);""")]
    [InlineData("""await stack.EndDeviceRegistry.Get§Async("a", "d", FieldMask<EndDevice>.Parse("name"));""")]
    public async Task OtherPlaces_OfferNothing(string statements) =>
        Assert.Null((await Refactoring.At<TypedMaskRefactoring>(Verify.Around(statements), Off)).After);
}
