using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace TheThingsStack.Tests.Values;

public sealed class AesKeyTests
{
    private const string Digits = "0123456789ABCDEFFEDCBA9876543210";
    private static readonly AesKey s_key = AesKey.Parse(Digits);

    [Fact]
    public void ToString_InAnyWay_ShowsNoDigit()
    {
        Assert.Equal("AesKey(****)", s_key.ToString());
        Assert.Equal("AesKey(****)", $"{s_key}");
        Assert.Equal("AesKey(****)", string.Format(CultureInfo.InvariantCulture, "{0:X}", s_key));
        Assert.Equal("AesKey(****)", string.Concat(s_key));
    }

    [Fact]
    public void Debugger_OfKey_ShowsNoDigit()
    {
        Assert.Equal("{ToString(),nq}", typeof(AesKey).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
        var members = typeof(AesKey).GetMembers(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .Where(m => m is FieldInfo or PropertyInfo);
        Assert.All(members, m => Assert.Equal(DebuggerBrowsableState.Never, m.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State));
    }

    [Fact]
    public void Refusal_OfWrongKey_DoesNotRepeatIt()
    {
        var wrong = Digits[..^1] + "Z";
        Assert.DoesNotContain(Digits[..8], Assert.Throws<FormatException>(() => AesKey.Parse(wrong)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Digits[..8], Assert.Throws<JsonException>(() => JsonForm.ReadText<AesKey>(wrong)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToHexString_AskedFor_ShowsTheKey() => Assert.Equal(Digits, s_key.ToHexString());

    [Fact]
    public void Operators_OfKeys_Compare()
    {
        Assert.True(s_key == AesKey.Parse(Digits));
        Assert.True(s_key != default);
        Assert.False(s_key == default);
    }
}
