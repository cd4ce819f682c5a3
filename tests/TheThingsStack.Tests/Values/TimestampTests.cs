using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace TheThingsStack.Tests.Values;

public sealed class TimestampTests
{
    private static readonly Gen<Timestamp> s_times = Gen.Select(
        Gen.Long[Timestamp.MinValue.UnixSeconds, Timestamp.MaxValue.UnixSeconds],
        Gen.OneOf(Gen.Int[0, 999_999_999], Gen.Int[0, 999].Select(ms => ms * 1_000_000), Gen.Const(0)),
        Timestamp.FromUnixSeconds);

    private static readonly Gen<DateTimeOffset> s_dates = Gen.Long[0, DateTime.MaxValue.Ticks].Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    [Fact]
    public void Text_ThereAndBack_LosesNothing() => s_times.Sample(time =>
    {
        var text = time.ToString();
        Assert.Equal(time, Timestamp.Parse(text));
        Assert.Equal(time, Timestamp.Parse(text.ToLowerInvariant()));
        Assert.Equal(time, JsonForm.Read<Timestamp>(JsonForm.Write(time)));
        Assert.Equal($"\"{text}\"", JsonForm.Write(time));
        Assert.Equal(text, time.ToQueryString());
        Assert.False(text.EndsWith("0Z", StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal), text);
        var utf8 = new byte[30];
        Assert.True(time.TryFormat(utf8, out var written));
        Assert.Equal(text, Encoding.ASCII.GetString(utf8, 0, written));
        Assert.Equal(text, $"{time}");
    });

    [Fact]
    public void Text_OfAnyOffset_IsTheSameInstant() => Gen.Select(s_dates, Gen.Int[-839, 839]).Sample((date, minutes) =>
    {
        var offset = TimeSpan.FromMinutes(minutes);
        if (date.Ticks + offset.Ticks < 0 || date.Ticks + offset.Ticks > DateTime.MaxValue.Ticks)
            return;
        var text = date.ToOffset(offset).ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);
        Assert.Equal((Timestamp)date, Timestamp.Parse(text));
    });

    [Fact]
    public void DateTimeOffset_ThereAndBack_IsTheSame() => s_dates.Sample(date =>
    {
        Timestamp time = date;
        Assert.Equal(date, time.ToDateTimeOffset());
        Assert.Equal(date, (DateTimeOffset)time);
        Assert.Equal(date.ToUnixTimeSeconds(), time.UnixSeconds);
        Assert.Equal(time, (Timestamp)date.UtcDateTime);
        Assert.Equal(time, (Timestamp)date.ToOffset(TimeSpan.Zero));
    });

    [Fact]
    public void Comparison_OfTwo_IsThatOfTheInstants() => Gen.Select(s_times, s_times).Sample((a, b) =>
    {
        var order = Math.Sign(a.CompareTo(b));
        Assert.Equal(order, Math.Sign((a.UnixSeconds, a.Nanoseconds).CompareTo((b.UnixSeconds, b.Nanoseconds))));
        Assert.Equal((order < 0, order <= 0, order > 0, order >= 0, order == 0, order != 0), (a < b, a <= b, a > b, a >= b, a == b, a != b));
    });

    [Fact]
    public void Difference_Added_GivesTheOther() => Gen.Select(s_times, s_times).Sample((a, b) =>
    {
        Assert.Equal(a, b + (a - b));
        Assert.Equal(b, a - (a - b));
        Assert.Equal(-(b - a), a - b);
    });

    [Fact]
    public void Difference_OfNeighbours_IsOneNanosecond()
    {
        var time = Timestamp.Parse("2024-01-01T00:00:00Z");
        Assert.Equal("2023-12-31T23:59:59.999999999Z", (time - new Duration(0, 1)).ToString());
        Assert.Equal("2024-01-01T00:00:01.999999998Z", (Timestamp.Parse("2024-01-01T00:00:00.999999999Z") + new Duration(0, 999_999_999)).ToString());
        Assert.Throws<OverflowException>(() => Timestamp.MaxValue + new Duration(0, 1));
        Assert.Throws<OverflowException>(() => Timestamp.MinValue - new Duration(0, 1));
    }

    [Theory]
    [InlineData("2024-10-24T12:34:56.123456789Z", "2024-10-24T12:34:56.123456789Z")]
    [InlineData("2024-10-24T12:34:56.12345678999Z", "2024-10-24T12:34:56.123456789Z")]
    [InlineData("2024-10-24T12:34:56.000000000Z", "2024-10-24T12:34:56Z")]
    [InlineData("2024-10-24T12:34:56.100Z", "2024-10-24T12:34:56.1Z")]
    [InlineData("2024-10-24t12:34:56z", "2024-10-24T12:34:56Z")]
    [InlineData("2024-10-24T12:34:56+02:00", "2024-10-24T10:34:56Z")]
    [InlineData("2024-10-24T23:34:56-02:30", "2024-10-25T02:04:56Z")]
    [InlineData("2024-10-24T12:34:56-00:00", "2024-10-24T12:34:56Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z")]
    public void Parse_Rfc3339_IsRead(string text, string expected) => Assert.Equal(expected, Timestamp.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("2024-10-24")]
    [InlineData("2024-10-24T12:34:56")]
    [InlineData("2024-10-24 12:34:56Z")]
    [InlineData("2024-10-24T12:34Z")]
    [InlineData("2024-10-24T12:34:56.Z")]
    [InlineData("2024-10-24T12:34:56,5Z")]
    [InlineData("2024-10-24T24:00:00Z")]
    [InlineData("2024-10-24T12:60:00Z")]
    [InlineData("2024-10-24T12:34:60Z")]
    [InlineData("2024-13-01T00:00:00Z")]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2024-10-24T12:34:56+2:00")]
    [InlineData("2024-10-24T12:34:56+0200")]
    [InlineData("2024-10-24T12:34:56+24:00")]
    [InlineData("2024-10-24T12:34:56ZZ")]
    [InlineData(" 2024-10-24T12:34:56Z")]
    [InlineData("+024-10-24T12:34:56Z")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("1729773296")]
    public void Parse_OtherForms_AreRefused(string text)
    {
        Assert.Throws<FormatException>(() => Timestamp.Parse(text));
        Assert.Throws<JsonException>(() => JsonForm.ReadText<Timestamp>(text));
        Assert.False(Timestamp.TryParse(text, out _));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("{}")]
    public void Json_NoText_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonForm.Read<Timestamp>(json));

    [Fact]
    public void Parse_Garbage_ThrowsNothingElse() =>
        Gen.Select(Gen.Char["0123456789-:.+TZtz "].Array[0, 40], c => new string(c)).Sample(text =>
        {
            if (!Timestamp.TryParse(text, out _))
                Assert.Throws<FormatException>(() => Timestamp.Parse(text));
        }, iter: 5000);

    [Fact]
    public void ToDateTimeOffset_OfNanoseconds_CutsThemOff() =>
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1), Timestamp.Parse("2024-01-01T00:00:00.000000199Z").ToDateTimeOffset());

    [Fact]
    public void DateTime_OfNoZone_IsRefused() =>
        Assert.Throws<ArgumentException>(() => (Timestamp)new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));

    [Fact]
    public void DateTime_OfLocalTime_IsConverted()
    {
        var local = new DateTime(2024, 7, 1, 12, 0, 0, DateTimeKind.Local);
        Assert.Equal((Timestamp)new DateTimeOffset(local), (Timestamp)local);
    }

    [Fact]
    public void Default_IsTheStartOfTheYearOne()
    {
        Assert.Equal("0001-01-01T00:00:00Z", default(Timestamp).ToString());
        Assert.Equal(Timestamp.MinValue, default);
        Assert.Equal(0, Timestamp.UnixEpoch.UnixSeconds);
        Assert.Equal("1970-01-01T00:00:00Z", Timestamp.UnixEpoch.ToString());
    }

    [Fact]
    public void FromUnixSeconds_BeyondTheRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Timestamp.FromUnixSeconds(Timestamp.MaxValue.UnixSeconds + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Timestamp.FromUnixSeconds(Timestamp.MinValue.UnixSeconds - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Timestamp.FromUnixSeconds(0, 1_000_000_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Timestamp.FromUnixSeconds(0, -1));
    }

    [Fact]
    public void TryFormat_WithoutRoom_SaysSo()
    {
        Assert.False(Timestamp.UnixEpoch.TryFormat(new char[19], out var characters));
        Assert.False(Timestamp.UnixEpoch.TryFormat(new byte[19], out var bytes));
        Assert.Equal((0, 0), (characters, bytes));
        Assert.Throws<FormatException>(() => $"{Timestamp.UnixEpoch:o}");
    }

    [Fact]
    public void TypeConverter_OfText_Parses() =>
        Assert.Equal(Timestamp.UnixEpoch, TypeDescriptor.GetConverter(typeof(Timestamp)).ConvertFromInvariantString("1970-01-01T00:00:00Z"));

    [Fact]
    public void Serializer_ThereAndBack_LosesNothing()
    {
        var time = Timestamp.Parse("2024-10-24T12:34:56.123456789Z");
        Assert.Equal(time, JsonSerializer.Deserialize<Timestamp>(JsonSerializer.Serialize(time)));
    }
}
