using TheThingsStack.Generators.Binding;

namespace TheThingsStack.Generators.Tests.Binding;

public sealed class NearestTests
{
    private static readonly string[] Services = ["EndDeviceRegistry", "NsEndDeviceRegistry", "As", "Events", "GatewayRegistry"];

    [Theory]
    [InlineData("EndDeviceRegistry", "EndDeviceRegistry")]
    [InlineData("enddeviceregistry", "EndDeviceRegistry")]
    [InlineData("EndDeviceRegstry", "EndDeviceRegistry")]
    [InlineData("NSEndDeviceRegistri", "NsEndDeviceRegistry")]
    [InlineData("Event", "Events")]
    [InlineData("Ns", "As")]
    [InlineData("Gateways", null)]
    [InlineData("", "As")]
    [InlineData("somethingelse", null)]
    public void To_ANameWithSlips_IsTheCandidateWithTheFewest(string name, string? expected) => Assert.Equal(expected, Nearest.To(name, Services));

    [Fact]
    public void To_TwoAsNear_IsTheFirst() => Assert.Equal("ab", Nearest.To("aa", ["ab", "ac"]));
}
