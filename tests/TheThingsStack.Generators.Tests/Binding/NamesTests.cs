using CsCheck;
using Microsoft.CodeAnalysis.CSharp;
using TheThingsStack.Generators.Binding;

namespace TheThingsStack.Generators.Tests.Binding;

public sealed class NamesTests
{
    [Theory]
    [InlineData("name", "Name")]
    [InlineData("dev_eui", "DevEui")]
    [InlineData("list_euis", "ListEuis")]
    [InlineData("EUIs", "Euis")]
    [InlineData("GetEUIsFor", "GetEuisFor")]
    [InlineData("APIKey", "ApiKey")]
    [InlineData("UpdateAPIKey", "UpdateApiKey")]
    [InlineData("APIKeys", "ApiKeys")]
    [InlineData("AWSIoTProvider", "AwsIoTProvider")]
    [InlineData("MACSettings", "MacSettings")]
    [InlineData("RelayWORChannel", "RelayWorChannel")]
    [InlineData("MAC_V1_0_2", "MacV1_0_2")]
    [InlineData("PHY_V1_0_3_REV_A", "PhyV1_0_3RevA")]
    [InlineData("PHY_V1_0_2_REV_B", "PhyV1_0_2RevB")]
    [InlineData("rx1_delay", "Rx1Delay")]
    [InlineData("supports_32_bit_f_cnt", "Supports32BitFCnt")]
    [InlineData("f_nwk_s_int_key", "FNwkSIntKey")]
    [InlineData("firmwareVersion", "FirmwareVersion")]
    [InlineData("a_10_1", "A10_1")]
    [InlineData("a_1_01", "A1_01")]
    [InlineData("x-enum.names/of things", "XEnumNamesOfThings")]
    [InlineData("@type", "Type")]
    [InlineData("class", "Class")]
    [InlineData("3rd_party", "_3rdParty")]
    [InlineData("802.11", "_802_11")]
    [InlineData("", "_")]
    [InlineData("___", "_")]
    [InlineData("+", "_")]
    [InlineData("😀", "_")]
    [InlineData("größe_maß", "GrößeMaß")]
    [InlineData("температура", "Температура")]
    [InlineData("温度_值", "温度值")]
    [InlineData("istanbul_idle", "IstanbulIdle")]
    public void Pascal_OfNamesAsReferencesHaveThem_HasDotNetsCasing(string name, string expected) => Assert.Equal(expected, Names.Pascal(name));

    [Theory]
    [InlineData("dev_eui", "devEui")]
    [InlineData("class", "@class")]
    [InlineData("default", "@default")]
    [InlineData("Event", "@event")]
    [InlineData("record", "record")]
    [InlineData("3d", "_3d")]
    [InlineData("", "_")]
    [InlineData("ID", "id")]
    public void Camel_OfNamesAsReferencesHaveThem_EscapesKeywords(string name, string expected) => Assert.Equal(expected, Names.Camel(name));

    [Fact]
    public void Pascal_OfAnyText_IsAnIdentifierOfAtMost200Characters() => Gen.String[0, 400].Sample(static name =>
        SyntaxFacts.IsValidIdentifier(Names.Pascal(name))
        && SyntaxFacts.GetKeywordKind(Names.Pascal(name)) == SyntaxKind.None
        && SyntaxFacts.IsValidIdentifier(Names.Camel(name).TrimStart('@'))
        && Names.Pascal(name).Length <= 200);

    [Fact]
    public void Pascal_OfAVeryLongName_IsCut() => Assert.Equal("A" + new string('a', 199), Names.Pascal(new string('a', 300)));

    [Theory]
    [InlineData("v3EndDevice", "EndDevice")]
    [InlineData("lorawanv3BoolValue", "BoolValue")]
    [InlineData("v1beta2Thing", "Thing")]
    [InlineData("googlerpcStatus", "Status")]
    [InlineData("protobufAny", "Any")]
    [InlineData("rpcStatus", "Status")]
    [InlineData("ttn.lorawan.v3.EndDevice", "EndDevice")]
    [InlineData("ADRSettingsDynamicMode", "ADRSettingsDynamicMode")]
    [InlineData("lnrpcAddress", "lnrpcAddress")]
    [InlineData("value", "value")]
    [InlineData("vEndDevice", "vEndDevice")]
    [InlineData("v3", "v3")]
    [InlineData("", "")]
    public void CleanSchema_PackageAndVersion_AreGone(string name, string expected) => Assert.Equal(expected, Names.CleanSchema(name));

    [Theory]
    [InlineData("EndDeviceRegistry_List2", "EndDeviceRegistry_List")]
    [InlineData("Create", "Create")]
    [InlineData("a10b20", "a10b")]
    public void WithoutNumber_NumberAtTheEnd_IsGone(string id, string expected) => Assert.Equal(expected, Names.WithoutNumber(id));

    [Fact]
    public void Take_OfCandidates_IsTheFirstThatIsFreeAndNeverANumberedOne()
    {
        var taken = new HashSet<string> { "A" };

        Assert.Equal("B", Names.Take(taken, ["A", "B"]));
        Assert.Equal("B_", Names.Take(taken, ["A", "B"]));
        Assert.Equal("B__", Names.Take(taken, ["A", "B"]));
        Assert.Equal("C", Names.Take(taken, "C", "Kind"));
        Assert.Equal("CKind", Names.Take(taken, "C", "Kind"));
        Assert.Equal("CKind_", Names.Take(taken, "C", "Kind"));
    }
}
