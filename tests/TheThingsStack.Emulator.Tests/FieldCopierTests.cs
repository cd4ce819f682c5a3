using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Tests;

/// <summary>Selecting and writing by masks, on end devices in the stored form.</summary>
public sealed class FieldCopierTests
{
    private static readonly MessageType Device = ApiReference.Default.Messages["EndDevice"];

    [Theory]
    [InlineData("name", """{"name":"a"}""")]
    [InlineData("name,no_such", """{"name":"a"}""")]
    [InlineData("description", "{}")]
    [InlineData("ids.device_id", """{"ids":{"device_id":"dev1"}}""")]
    [InlineData("version_ids.brand_id", "{}")]
    [InlineData("mac_settings.adr_margin,mac_settings", """{"mac_settings":{"adr":{"static":{"nb_trans":2}},"rx1_delay":5}}""")]
    [InlineData("mac_settings.rx1_delay", """{"mac_settings":{"rx1_delay":5}}""")]
    [InlineData("mac_settings.rx1_delay.value", """{"mac_settings":{"rx1_delay":5}}""")]
    [InlineData("mac_settings.desired_rx1_delay.value", """{"mac_settings":{}}""")]
    [InlineData("mac_settings.adr.mode", """{"mac_settings":{"adr":{"static":{"nb_trans":2}}}}""")]
    [InlineData("mac_settings.adr.mode.static", """{"mac_settings":{"adr":{"static":{"nb_trans":2}}}}""")]
    [InlineData("mac_settings.adr.mode.static.nb_trans", """{"mac_settings":{"adr":{"static":{"nb_trans":2}}}}""")]
    [InlineData("mac_settings.adr.mode.dynamic", """{"mac_settings":{"adr":{}}}""")]
    [InlineData("mac_settings.adr.mode,mac_settings.adr.mode.dynamic.margin", """{"mac_settings":{"adr":{"static":{"nb_trans":2}}}}""")]
    public void Select_ByMask_ReturnsThatPartOnly(string mask, string expected)
    {
        var source = Read("""{"ids":{"device_id":"dev1"},"name":"a","mac_settings":{"adr":{"static":{"nb_trans":2}},"rx1_delay":5}}""");

        AssertJson(expected, FieldCopier.Select(Device, source, mask.Split(',')));
    }

    [Theory]
    [InlineData("mac_settings.adr.mode.dynamic.margin")]
    [InlineData("mac_settings.adr.mode.static,mac_settings.adr.mode.dynamic")]
    [InlineData("mac_settings.adr.mode.static.nb_trans,mac_settings.adr.mode.dynamic.margin")]
    public void Select_AcrossExclusiveMembers_FailsAsTheServerDoes(string mask)
    {
        var source = Read("""{"mac_settings":{"adr":{"static":{"nb_trans":2}}}}""");

        var error = Assert.Throws<ApiException>(() => FieldCopier.Select(Device, source, mask.Split(','))).Error;

        Assert.Equal(RpcCode.Unknown, error.Code);
        Assert.Equal(500, error.Code.ToHttpStatus());
    }

    [Theory]
    [InlineData("name", """{"name":"new"}""", """{"name":"new","mac_settings":{"rx1_delay":5,"adr":{"static":{"nb_trans":2}}}}""")]
    [InlineData("name", "{}", """{"mac_settings":{"rx1_delay":5,"adr":{"static":{"nb_trans":2}}}}""")]
    [InlineData("name,mac_settings", "{}", "{}")]
    [InlineData("mac_settings,mac_settings.rx1_delay", """{"mac_settings":{"rx1_delay":7}}""", """{"name":"a","mac_settings":{"rx1_delay":7}}""")]
    [InlineData("mac_settings.rx1_delay", "{}", """{"name":"a","mac_settings":{"adr":{"static":{"nb_trans":2}}}}""")]
    [InlineData("mac_settings.rx1_delay.value", "{}", """{"name":"a","mac_settings":{"rx1_delay":0,"adr":{"static":{"nb_trans":2}}}}""")]
    [InlineData("mac_settings.rx2_frequency.value", "{}", """{"name":"a","mac_settings":{"rx1_delay":5,"adr":{"static":{"nb_trans":2}}}}""")]
    [InlineData("mac_settings.adr.mode", """{"mac_settings":{"adr":{"disabled":{}}}}""", """{"name":"a","mac_settings":{"rx1_delay":5,"adr":{"disabled":{}}}}""")]
    [InlineData("mac_settings.adr.mode.disabled", """{"mac_settings":{"adr":{"disabled":{}}}}""", """{"name":"a","mac_settings":{"rx1_delay":5,"adr":{"disabled":{}}}}""")]
    [InlineData("mac_settings.adr.mode.disabled", "{}", """{"name":"a","mac_settings":{"rx1_delay":5,"adr":{}}}""")]
    [InlineData("mac_settings.adr.mode.static.nb_trans", "{}", """{"name":"a","mac_settings":{"rx1_delay":5,"adr":{"static":{}}}}""")]
    [InlineData("session.dev_addr", "{}", """{"name":"a","mac_settings":{"rx1_delay":5,"adr":{"static":{"nb_trans":2}}}}""")]
    [InlineData("session.dev_addr", """{"session":{"dev_addr":"01020304"}}""", """{"name":"a","mac_settings":{"rx1_delay":5,"adr":{"static":{"nb_trans":2}}},"session":{"dev_addr":"01020304"}}""")]
    public void Apply_ByMask_ReplacesOrClearsThatPartOnly(string mask, string source, string expected)
    {
        var target = Read("""{"name":"a","mac_settings":{"rx1_delay":5,"adr":{"static":{"nb_trans":2}}}}""");

        FieldCopier.Apply(Device, target, Read(source), mask.Split(','));

        AssertJson(expected, target);
    }

    [Fact]
    public void Apply_BelowAMemberWhileAnotherIsStored_Fails()
    {
        var target = Read("""{"mac_settings":{"adr":{"static":{"nb_trans":2}}}}""");
        var source = Read("""{"mac_settings":{"adr":{"dynamic":{"margin":3}}}}""");

        Assert.Throws<ApiException>(() => FieldCopier.Apply(Device, target, source, ["mac_settings.adr.mode.dynamic.margin"]));
    }

    [Fact]
    public void Select_OfSeveral_ReturnsThemInOrderOfDeclaration()
    {
        var source = Read("""{"name":"a","attributes":{"key":"b"},"ids":{"device_id":"dev1"}}""");

        Assert.Equal(["ids", "name", "attributes"], FieldCopier.Select(Device, source, ["attributes", "name", "ids"]).Select(p => p.Key));
    }

    [Fact]
    public void Select_Always_ReturnsACopy()
    {
        var source = Read("""{"version_ids":{"brand_id":"acme"}}""");

        FieldCopier.Select(Device, source, ["version_ids"])["version_ids"]!["brand_id"] = "changed";

        Assert.Equal("acme", source.Text("version_ids.brand_id"));
    }

    private static JsonObject Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return MessageReader.Read(Device, document.RootElement);
    }

    private static void AssertJson(string expected, JsonObject actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual.ToJsonString())), $"expected {expected}, got {actual.ToJsonString()}");
}
