namespace TheThingsStack.Analyzers.Tests.Infrastructure;

public class UserProjectTests
{
    [Fact]
    public void Client_InAnAssemblyOfItsOwn_HasItsRules()
    {
        var compilation = UserProject.Compile("class Program;");
        var symbols = Api.ApiSymbols.Of(compilation)!;
        var client = compilation.GetTypeByMetadataName("TheThingsStack.V3.EndDeviceRegistryClient")!;
        var device = symbols.MessageOf(compilation.GetTypeByMetadataName("TheThingsStack.V3.EndDevice")!)!;
        var get = symbols.RuleOf(client.GetTypeMembers("Get").Single())!;
        Assert.Equal(753, device.Descendants().Count());
        Assert.Equal("MacSettings.Adr.Mode.Dynamic.Margin", device.Find("mac_settings.adr.mode.dynamic.margin")!.PropertyPath);
        Assert.True(device.Find("mac_settings.rx1_delay")!.IsWrapper);
        Assert.Equal(Analyzers.Masks.FieldShape.Map, device.Find("attributes")!.Shape);
        Assert.Equal(Analyzers.Masks.FieldShape.List, device.Find("mac_settings.factory_preset_frequencies")!.Shape);
        Assert.False(get.Allows(device.Find("root_keys")!));
        Assert.Equal(76, symbols.RulesBeside(client).Count);
        Assert.Equal(4, symbols.CallOf(compilation.GetTypeByMetadataName("TheThingsStack.V3.DevicesClient")!.GetMembers("GetAsync").OfType<Microsoft.CodeAnalysis.IMethodSymbol>().First())!.Rules.Length);
    }
}
