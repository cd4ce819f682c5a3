using System.Text.Json.Nodes;
using TheThingsStack.Json;

namespace TheThingsStack.Tests.Json;

public class JsonWriteTests
{
    [Fact]
    public void Members_ThatAreNull_AreNotWritten() => Assert.Equal("{}", CodecForm.Members(writer =>
    {
        JsonWrite.String(writer, "a"u8, null);
        JsonWrite.Boolean(writer, "a"u8, null);
        JsonWrite.Int32(writer, "a"u8, null);
        JsonWrite.UInt32(writer, "a"u8, null);
        JsonWrite.Int64(writer, "a"u8, null);
        JsonWrite.UInt64(writer, "a"u8, null);
        JsonWrite.Int64Number(writer, "a"u8, null);
        JsonWrite.UInt64Number(writer, "a"u8, null);
        JsonWrite.Single(writer, "a"u8, null);
        JsonWrite.Double(writer, "a"u8, null);
        JsonWrite.Bytes(writer, "a"u8, null);
        JsonWrite.Node(writer, "a"u8, null);
        JsonWrite.Object<Any>(writer, "a"u8, null);
        JsonWrite.Value<Eui64>(writer, "a"u8, null);
        JsonWrite.List<Eui64>(writer, "a"u8, null);
        JsonWrite.List<string, StringCodec>(writer, "a"u8, null);
        JsonWrite.Map<string, string, StringCodec>(writer, "a"u8, null);
    }));

    [Fact]
    public void Members_ThatAreZeroOrEmpty_AreWritten() => Assert.Equal(
        """{"s":"","b":false,"i":0,"u":0,"l":"0","m":"0","n":0,"o":0,"f":0,"d":0,"x":"","e":"0000000000000000","v":[],"w":{},"j":{}}""",
        CodecForm.Members(writer =>
        {
            JsonWrite.String(writer, "s"u8, "");
            JsonWrite.Boolean(writer, "b"u8, false);
            JsonWrite.Int32(writer, "i"u8, 0);
            JsonWrite.UInt32(writer, "u"u8, 0);
            JsonWrite.Int64(writer, "l"u8, 0);
            JsonWrite.UInt64(writer, "m"u8, 0);
            JsonWrite.Int64Number(writer, "n"u8, 0);
            JsonWrite.UInt64Number(writer, "o"u8, 0);
            JsonWrite.Single(writer, "f"u8, 0);
            JsonWrite.Double(writer, "d"u8, 0);
            JsonWrite.Bytes(writer, "x"u8, []);
            JsonWrite.Value<Eui64>(writer, "e"u8, default(Eui64));
            JsonWrite.List<Eui64>(writer, "v"u8, []);
            JsonWrite.Map<string, string, StringCodec>(writer, "w"u8, []);
            JsonWrite.Node(writer, "j"u8, new JsonObject());
        }));

    [Fact]
    public void Members_AtTheEndsOfTheirRange_AreExact() => Assert.Equal(
        """{"i":-2147483648,"u":4294967295,"l":"-9223372036854775808","m":"18446744073709551615","n":-9223372036854775808,"o":18446744073709551615,"f":3.4028235E+38,"d":5E-324,"x":"NaN","y":"-Infinity","z":"Infinity"}""",
        CodecForm.Members(writer =>
        {
            JsonWrite.Int32(writer, "i"u8, int.MinValue);
            JsonWrite.UInt32(writer, "u"u8, uint.MaxValue);
            JsonWrite.Int64(writer, "l"u8, long.MinValue);
            JsonWrite.UInt64(writer, "m"u8, ulong.MaxValue);
            JsonWrite.Int64Number(writer, "n"u8, long.MinValue);
            JsonWrite.UInt64Number(writer, "o"u8, ulong.MaxValue);
            JsonWrite.Single(writer, "f"u8, float.MaxValue);
            JsonWrite.Double(writer, "d"u8, double.Epsilon);
            JsonWrite.Single(writer, "x"u8, float.NaN);
            JsonWrite.Single(writer, "y"u8, float.NegativeInfinity);
            JsonWrite.Double(writer, "z"u8, double.PositiveInfinity);
        }));

    [Fact]
    public void Map_WithIntegerKeys_WritesThemInvariantly() => Assert.Equal(
        """{"a":{"-1":"x"}}""",
        CodecForm.Members(writer => JsonWrite.Map<int, string, StringCodec>(writer, "a"u8, new() { [-1] = "x" })));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Oneof_WithOneMemberOrNone_IsAllowed(int set) => Oneof.AtMostOne("EndDevice.mode", set);

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Oneof_WithMoreMembers_IsRefusedByName(int set)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Oneof.AtMostOne("EndDevice.mode", set));
        Assert.Contains("EndDevice.mode", refusal.Message, StringComparison.Ordinal);
    }
}
