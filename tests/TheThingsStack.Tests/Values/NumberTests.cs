using System.Text;

namespace TheThingsStack.Tests.Values;

public sealed class NumberTests
{
    [Fact]
    public void Numbers_OfEveryType_HaveTheFirstByteAsTheMostSignificant()
    {
        Assert.Equal("70B3D57ED0000001", new Eui64(0x70B3D57ED0000001).ToString());
        Assert.Equal(0x70B3D57ED0000001UL, Eui64.Parse("70B3D57ED0000001").ToUInt64());
        Assert.Equal("2600ABCD", new DevAddr(0x2600ABCD).ToString());
        Assert.Equal(0x2600ABCDu, DevAddr.Parse("2600abcd").ToUInt32());
        Assert.Equal("000013", new NetId(0x13).ToString());
        Assert.Equal(0x13u, NetId.Parse("000013").ToUInt32());
        Assert.Equal("01FF", new DevNonce(0x1FF).ToString());
        Assert.Equal(0x1FF, DevNonce.Parse("01FF").ToUInt16());
        Assert.Equal("0A0B0C", new JoinNonce(0x0A0B0C).ToString());
        Assert.Equal(0x0A0B0Cu, JoinNonce.Parse("0A0B0C").ToUInt32());
    }

    [Fact]
    public void Numbers_OfMoreThanThreeBytes_AreRefused()
    {
        Assert.Equal("FFFFFF", new NetId(0xFFFFFF).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new NetId(0x1000000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JoinNonce(0x1000000));
    }

    [Fact]
    public void Format_UpperAndLowerCase_AreWhatThereIs()
    {
        var eui = new Eui64(0xABCDEF);
        Assert.Equal("0000000000abcdef 0000000000ABCDEF", $"{eui:x} {eui:X}");
        Assert.Throws<FormatException>(() => $"{eui:G}");
    }

    [Fact]
    public void TryFormat_WithoutRoom_SaysSo()
    {
        var eui = new Eui64(0xABCDEF);
        Assert.False(eui.TryFormat(new char[15], out var written));
        Assert.Equal(0, written);
        var utf8 = new byte[16];
        Assert.True(eui.TryFormat(utf8, out written));
        Assert.Equal("0000000000ABCDEF", Encoding.ASCII.GetString(utf8, 0, written));
    }

    [Fact]
    public void Operators_OfValues_Compare()
    {
        Assert.True(new Eui64(1) == new Eui64(1) && new Eui64(1) != new Eui64(2));
        Assert.True(new DevAddr(1) == new DevAddr(1) && new DevAddr(1) != new DevAddr(2));
        Assert.True(new NetId(1) == new NetId(1) && new NetId(1) != new NetId(2));
        Assert.True(new DevNonce(1) == new DevNonce(1) && new DevNonce(1) != new DevNonce(2));
        Assert.True(new JoinNonce(1) == new JoinNonce(1) && new JoinNonce(1) != new JoinNonce(2));
        Assert.True(MacAddress.Parse("01:02:03:04:05:06") == MacAddress.Parse("010203040506") && MacAddress.Parse("010203040506") != default);
    }
}
