using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace TheThingsStack.Tests.Values;

public sealed class DurationTests
{
    private const long MaxSeconds = 315_576_000_000;

    private static readonly Gen<Duration> s_durations = Gen.Select(
        Gen.OneOf(Gen.Long[0, MaxSeconds], Gen.Long[0, 3]),
        Gen.OneOf(Gen.Int[0, 999_999_999], Gen.Const(0)),
        Gen.Bool,
        (seconds, nanos, isNegative) => isNegative ? new Duration(-seconds, -nanos) : new Duration(seconds, nanos));

    private static readonly Gen<Duration> s_halves = s_durations.Select(d => new Duration(d.Seconds / 2, d.Nanoseconds));

    [Fact]
    public void Text_ThereAndBack_LosesNothing() => s_durations.Sample(duration =>
    {
        var text = duration.ToString();
        Assert.Equal(duration, Duration.Parse(text));
        Assert.Equal($"\"{text}\"", JsonForm.Write(duration));
        Assert.Equal(duration, JsonForm.Read<Duration>(JsonForm.Write(duration)));
        Assert.Equal(text, duration.ToQueryString());
        Assert.Equal(text, $"{duration}");
        var utf8 = new byte[26];
        Assert.True(duration.TryFormat(utf8, out var written));
        Assert.Equal(text, Encoding.ASCII.GetString(utf8, 0, written));
    });

    [Fact]
    public void Arithmetic_OfTwo_IsThatOfTheirNanoseconds() => Gen.Select(s_halves, s_halves).Sample((a, b) =>
    {
        Assert.Equal(Nanos(a) + Nanos(b), Nanos(a + b));
        Assert.Equal(Nanos(a) - Nanos(b), Nanos(a - b));
        Assert.Equal(-Nanos(a), Nanos(-a));
        var order = Nanos(a).CompareTo(Nanos(b));
        Assert.Equal((order < 0, order <= 0, order > 0, order >= 0, order == 0, order != 0), (a < b, a <= b, a > b, a >= b, a == b, a != b));
    });

    [Fact]
    public void TimeSpan_ThereAndBack_IsTheSame() =>
        Gen.Long[-MaxSeconds * TimeSpan.TicksPerSecond, MaxSeconds * TimeSpan.TicksPerSecond].Select(TimeSpan.FromTicks).Sample(span =>
        {
            Duration duration = span;
            Assert.Equal(span, duration.ToTimeSpan());
            Assert.Equal(span, (TimeSpan)duration);
            Assert.Equal((Int128)span.Ticks * 100, Nanos(duration));
        });

    [Theory]
    [InlineData("0s", "0s")]
    [InlineData("-0s", "0s")]
    [InlineData("1.5s", "1.5s")]
    [InlineData("-1.5s", "-1.5s")]
    [InlineData("-0.5s", "-0.5s")]
    [InlineData("0.061696s", "0.061696s")]
    [InlineData("0.000000001s", "0.000000001s")]
    [InlineData("1.500000000s", "1.5s")]
    [InlineData("007s", "7s")]
    [InlineData("315576000000s", "315576000000s")]
    [InlineData("-315576000000.999999999s", "-315576000000.999999999s")]
    public void Parse_Seconds_AreRead(string text, string expected) => Assert.Equal(expected, Duration.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("1")]
    [InlineData("1.s")]
    [InlineData(".5s")]
    [InlineData("1,5s")]
    [InlineData("1.0000000001s")]
    [InlineData("1m30s")]
    [InlineData("1.5 s")]
    [InlineData("1.5ss")]
    [InlineData("--1s")]
    [InlineData("+1s")]
    [InlineData("1e3s")]
    [InlineData("315576000001s")]
    [InlineData("99999999999999999999s")]
    [InlineData("٣s")]
    public void Parse_OtherForms_AreRefused(string text)
    {
        Assert.Throws<FormatException>(() => Duration.Parse(text));
        Assert.Throws<JsonException>(() => JsonForm.ReadText<Duration>(text));
        Assert.False(Duration.TryParse(text, out _));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1.5")]
    [InlineData("[]")]
    public void Json_NoText_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonForm.Read<Duration>(json));

    [Fact]
    public void Parse_Garbage_ThrowsNothingElse() =>
        Gen.Select(Gen.Char["0123456789-.s"].Array[0, 30], c => new string(c)).Sample(text =>
        {
            if (!Duration.TryParse(text, out _))
                Assert.Throws<FormatException>(() => Duration.Parse(text));
        }, iter: 5000);

    [Fact]
    public void Constructor_BeyondTheRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Duration(MaxSeconds + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Duration(-MaxSeconds - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Duration(0, 1_000_000_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Duration(0, -1_000_000_000));
        Assert.Throws<ArgumentException>(() => new Duration(1, -1));
        Assert.Throws<ArgumentException>(() => new Duration(-1, 1));
    }

    [Fact]
    public void Overflow_OfAnyKind_IsRefused()
    {
        Assert.Throws<OverflowException>(() => (Duration)TimeSpan.MaxValue);
        Assert.Throws<OverflowException>(() => (Duration)TimeSpan.MinValue);
        Assert.Throws<OverflowException>(() => Duration.MaxValue + new Duration(0, 1));
        Assert.Throws<OverflowException>(() => Duration.MinValue - new Duration(0, 1));
    }

    [Fact]
    public void ToTimeSpan_OfTheWholeRange_Fits()
    {
        Assert.Equal(9_999_999, Duration.MaxValue.ToTimeSpan().Ticks % TimeSpan.TicksPerSecond);
        Assert.Equal(-9_999_999, Duration.MinValue.ToTimeSpan().Ticks % TimeSpan.TicksPerSecond);
        Assert.Equal(TimeSpan.Zero, new Duration(0, 99).ToTimeSpan());
        Assert.Equal(TimeSpan.Zero, new Duration(0, -99).ToTimeSpan());
    }

    [Fact]
    public void TypeConverter_OfText_Parses() =>
        Assert.Equal(new Duration(1, 500_000_000), TypeDescriptor.GetConverter(typeof(Duration)).ConvertFromInvariantString("1.5s"));

    private static Int128 Nanos(Duration duration) => ((Int128)duration.Seconds * 1_000_000_000) + duration.Nanoseconds;
}
