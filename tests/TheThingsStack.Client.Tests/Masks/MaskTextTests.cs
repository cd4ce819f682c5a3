using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Masks;

public sealed class MaskTextTests
{
    [Theory]
    [InlineData("macSettings.rx1Delay", "did you mean mac_settings.rx1_delay?")]
    [InlineData("mac_settings.adr.dynamic", "did you mean mac_settings.adr.mode.dynamic?")]
    [InlineData("mac_settings.adr.dynamic.margin", "did you mean mac_settings.adr.mode.dynamic.margin?")]
    [InlineData("nmae", "did you mean name?")]
    [InlineData("attributes.site", "paths do not go below attributes")]
    [InlineData("locations.user.latitude", "paths do not go below locations")]
    [InlineData("name,,description", "an empty path")]
    public void Parse_UnknownPath_SaysWhatWasMeant(string text, string hint)
    {
        var refused = Assert.Throws<FormatException>(() => FieldMask<EndDevice>.Parse(text));

        Assert.Contains(hint, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SeveralUnknownPaths_NamesAll()
    {
        var refused = Assert.Throws<FormatException>(() => FieldMask<EndDevice>.Parse("name, foo_foo_foo, description, Bar_Bar_Bar"));

        Assert.Contains("foo_foo_foo", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Bar_Bar_Bar", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("description", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_OfEndDevice_IsEveryPathInOrder()
    {
        var all = EndDevice.Paths.All.Select(p => p.ToString()).ToList();

        Assert.Equal(753, all.Count);
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
        Assert.Equal(753, all.Distinct().Count());
    }

    [Fact]
    public void Options_WithAMask_BindItFromConfiguration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Mask"] = "name, locations" }).Build();

        var bound = configuration.Get<Bound>()!;

        Assert.Equal(FieldMask.Of(EndDevice.Paths.Name, EndDevice.Paths.Locations), bound.Mask);
        Assert.Equal("name,locations", TypeDescriptor.GetConverter(typeof(FieldMask<EndDevice>)).ConvertToInvariantString(bound.Mask!));
    }

    private sealed class Bound
    {
        public FieldMask<EndDevice>? Mask { get; set; }
    }
}
