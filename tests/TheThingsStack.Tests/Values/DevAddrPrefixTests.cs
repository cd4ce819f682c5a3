using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace TheThingsStack.Tests.Values;

public sealed class DevAddrPrefixTests
{
    private static readonly Gen<DevAddrPrefix> s_prefixes =
        Gen.Select(Gen.UInt, Gen.Int[0, 32], (address, length) => new DevAddrPrefix(new DevAddr(address), length));

    [Fact]
    public void Text_ThereAndBack_IsTheSame() => s_prefixes.Sample(prefix =>
    {
        var text = prefix.ToString();
        Assert.Equal($"{prefix.Address}/{prefix.Length}", text);
        Assert.Equal(prefix, DevAddrPrefix.Parse(text));
        Assert.Equal(prefix, DevAddrPrefix.Parse(prefix.ToString("x")));
        Assert.Equal(text, prefix.ToQueryString());
        Assert.Equal(prefix, JsonForm.Read<DevAddrPrefix>(JsonForm.Write(prefix)));
        Assert.Equal($"\"{text}\"", JsonForm.Write(prefix));
        Assert.Equal(text, $"{prefix}");
        var utf8 = new byte[11];
        Assert.True(prefix.TryFormat(utf8, out var written));
        Assert.Equal(text, Encoding.ASCII.GetString(utf8, 0, written));
    });

    [Theory]
    [InlineData("26000000/7", 0x26000000u, true)]
    [InlineData("26000000/7", 0x27FFFFFFu, true)]
    [InlineData("26000000/7", 0x28000000u, false)]
    [InlineData("26000000/7", 0x25FFFFFFu, false)]
    [InlineData("00000000/0", 0xFFFFFFFFu, true)]
    [InlineData("12345678/32", 0x12345678u, true)]
    [InlineData("12345678/32", 0x12345679u, false)]
    public void Contains_Address_ComparesTheFirstBits(string prefix, uint address, bool expected) =>
        Assert.Equal(expected, DevAddrPrefix.Parse(prefix).Contains(new DevAddr(address)));

    [Theory]
    [InlineData("")]
    [InlineData("26000000")]
    [InlineData("26000000/")]
    [InlineData("26000000/33")]
    [InlineData("26000000/-1")]
    [InlineData("26000000/ 7")]
    [InlineData("2600000/7")]
    [InlineData("260000000/7")]
    [InlineData("26:00:00:00/7")]
    [InlineData("26000000/99999999999")]
    public void Parse_OtherForms_AreRefused(string text)
    {
        Assert.Throws<FormatException>(() => DevAddrPrefix.Parse(text));
        Assert.Throws<JsonException>(() => JsonForm.ReadText<DevAddrPrefix>(text));
    }

    [Fact]
    public void Length_BeyondThirtyTwo_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DevAddrPrefix(default, 33));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DevAddrPrefix(default, -1));
    }

    [Fact]
    public void TryFormat_WithoutRoom_SaysSo()
    {
        var prefix = DevAddrPrefix.Parse("26000000/17");
        for (var room = 0; room < 11; room++)
        {
            Assert.False(prefix.TryFormat(new char[room], out var characters));
            Assert.False(prefix.TryFormat(new byte[room], out var bytes));
            Assert.Equal((0, 0), (characters, bytes));
        }
    }

    [Fact]
    public void TypeConverter_OfText_Parses() =>
        Assert.Equal(DevAddrPrefix.Parse("26000000/7"), TypeDescriptor.GetConverter(typeof(DevAddrPrefix)).ConvertFromInvariantString("26000000/7"));
}
