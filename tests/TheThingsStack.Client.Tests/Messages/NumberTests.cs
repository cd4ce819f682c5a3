using System.Globalization;
using System.Text.Json;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Messages;

public class NumberTests
{
    [Theory]
    [InlineData("0", 0ul)]
    [InlineData("18446744073709551615", ulong.MaxValue)]
    [InlineData("\"18446744073709551615\"", ulong.MaxValue)]
    [InlineData("\"9007199254740993\"", 9007199254740993ul)]
    [InlineData("868100000.0", 868100000ul)]
    [InlineData("8.681e8", 868100000ul)]
    [InlineData("\"8.681e8\"", 868100000ul)]
    public void UInt64_InEveryForm_IsExact(string form, ulong value)
    {
        var device = MessageJson.Parse<EndDevice>($$"""{"min_frequency":{{form}}}""");
        Assert.Equal(value, device.MinFrequency);
        Assert.Equal($$"""{"min_frequency":"{{value}}"}""", MessageJson.ToText(device));
    }

    [Theory]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"-0\"", 0L)]
    public void Int64_InEveryForm_IsExact(string form, long value)
    {
        var configuration = MessageJson.Parse<AsConfigurationWebhooks>($$"""{"unhealthy_attempts_threshold":{{form}}}""");
        Assert.Equal(value, configuration.UnhealthyAttemptsThreshold);
        Assert.Equal($$"""{"unhealthy_attempts_threshold":"{{value}}"}""", MessageJson.ToText(configuration));
    }

    [Theory]
    [InlineData("\"min_frequency\":-1")]
    [InlineData("\"min_frequency\":18446744073709551616")]
    [InlineData("\"min_frequency\":\"18446744073709551616\"")]
    [InlineData("\"min_frequency\":1.5")]
    [InlineData("\"min_frequency\":\"\"")]
    [InlineData("\"min_frequency\":\" 1\"")]
    [InlineData("\"min_frequency\":\"1,000\"")]
    [InlineData("\"min_frequency\":\"0x10\"")]
    [InlineData("\"min_frequency\":true")]
    [InlineData("\"last_dev_nonce\":4294967296")]
    [InlineData("\"last_dev_nonce\":-1")]
    [InlineData("\"last_dev_nonce\":\"4294967296\"")]
    [InlineData("\"downlink_margin\":2147483648")]
    [InlineData("\"downlink_margin\":\"-2147483649\"")]
    [InlineData("\"battery_percentage\":1e39")]
    [InlineData("\"battery_percentage\":\"1e39\"")]
    [InlineData("\"battery_percentage\":\"ten\"")]
    [InlineData("\"battery_percentage\":\"nan\"")]
    [InlineData("\"battery_percentage\":\"+Infinity\"")]
    [InlineData("\"battery_percentage\":\"\"")]
    [InlineData("\"battery_percentage\":{}")]
    [InlineData("\"locations\":{\"user\":{\"latitude\":1e400}}")]
    [InlineData("\"locations\":{\"user\":{\"latitude\":\"-1e400\"}}")]
    [InlineData("\"multicast\":1")]
    [InlineData("\"multicast\":\"true\"")]
    public void Number_OutOfRangeOrNone_IsRefused(string member) =>
        Assert.Throws<JsonException>(() => MessageJson.Parse<EndDevice>($"{{{member}}}"));

    [Theory]
    [InlineData("1e38", 1e38f)]
    [InlineData("\"-1.5\"", -1.5f)]
    [InlineData("0.1", 0.1f)]
    [InlineData("\"NaN\"", float.NaN)]
    [InlineData("\"Infinity\"", float.PositiveInfinity)]
    [InlineData("\"-Infinity\"", float.NegativeInfinity)]
    public void Single_InEveryForm_IsReadAndWrittenAgain(string form, float value)
    {
        var device = MessageJson.Parse<EndDevice>($$"""{"battery_percentage":{{form}}}""");
        Assert.Equal(value, device.BatteryPercentage);
        Assert.Equal(value, MessageJson.Parse<EndDevice>(MessageJson.ToText(device)).BatteryPercentage);
    }

    [Theory]
    [InlineData(double.NaN, "\"NaN\"")]
    [InlineData(double.PositiveInfinity, "\"Infinity\"")]
    [InlineData(double.NegativeInfinity, "\"-Infinity\"")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.Epsilon, "5E-324")]
    [InlineData(-0.0, "-0")]
    [InlineData(0.0, "0")]
    [InlineData(-999_999.0, "-999999")]
    [InlineData(999_999.5, "999999.5")]
    [InlineData(1_000_000.0, "1000000")]
    [InlineData(2_147_483_648.0, "2147483648")]
    [InlineData(1e17, "1E+17")]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(52.3731, "52.3731")]
    [InlineData(-4.0001, "-4.0001")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00009, "9E-05")]
    [InlineData(-999_999.1234567, "-999999.1234567")]
    [InlineData(1 / 3.0, "0.3333333333333333")]
    public void Double_IsWrittenAsTheShortestExactText(double value, string form)
    {
        var location = new Location { Latitude = value };
        Assert.Equal($$"""{"latitude":{{form}}}""", MessageJson.ToText(location));
        Assert.Equal(value, MessageJson.Parse<Location>(MessageJson.ToText(location)).Latitude);
    }

    [Fact]
    public void Real_OfFewDigits_IsWrittenAsTheRuntimeDoes()
    {
        var random = new Random(17);
        for (var i = 0; i < 20_000; i++)
        {
            var value = Math.Round((random.NextDouble() * 2 - 1) * Math.Pow(10, random.Next(-3, 7)), random.Next(9));
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $$"""{"latitude":{{value}}}"""), MessageJson.ToText(new Location { Latitude = value }));
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $$"""{"battery_percentage":{{(float)value}}}"""), MessageJson.ToText(new EndDevice { BatteryPercentage = (float)value }));
        }
    }

    [Fact]
    public void Real_OfAnyLength_IsReadAsTheRuntimeDoes()
    {
        var random = new Random(19);
        for (var i = 0; i < 20_000; i++)
        {
            var (whole, fraction) = (Digits(random.Next(1, 12)).TrimStart('0'), Digits(random.Next(0, 12)));
            var text = (random.Next(2) == 0 ? "-" : "") + (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction);
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), MessageJson.Parse<Location>($$"""{"latitude":{{text}}}""").Latitude);
            Assert.Equal(float.Parse(text, CultureInfo.InvariantCulture), MessageJson.Parse<EndDevice>($$"""{"battery_percentage":{{text}}}""").BatteryPercentage);
        }

        string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));
    }

    [Theory]
    [InlineData("-0", "-0")]
    [InlineData("-0.0", "-0")]
    [InlineData("0.30000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001", "0.3")]
    [InlineData("10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000", "1E+94")]
    [InlineData("1e-2", "0.01")]
    public void Double_OfAnyForm_IsRead(string form, string written) =>
        Assert.Equal($$"""{"latitude":{{written}}}""", MessageJson.ToText(MessageJson.Parse<Location>($$"""{"latitude":{{form}}}""")));

    // The neighbours of short numbers are long ones.
    [Fact]
    public void Real_OfManyDigits_LosesNothing()
    {
        var random = new Random(18);
        for (var i = 0; i < 20_000; i++)
        {
            var value = Math.Round(random.NextDouble() * 1000, random.Next(8));
            AssertReadBack(Math.BitIncrement(value), MathF.BitDecrement((float)value));
            AssertReadBack(BitConverter.Int64BitsToDouble(random.NextInt64(0x3F00_0000_0000_0000, 0x4200_0000_0000_0000)), BitConverter.Int32BitsToSingle(random.Next(0x3800_0000, 0x5000_0000)));
        }

        static void AssertReadBack(double value, float small)
        {
            Assert.Equal(value, MessageJson.Parse<Location>(MessageJson.ToText(new Location { Latitude = value })).Latitude);
            Assert.Equal(small, MessageJson.Parse<EndDevice>(MessageJson.ToText(new EndDevice { BatteryPercentage = small })).BatteryPercentage);
        }
    }

    [Fact]
    public void Numbers_InLists_AreReadInBothForms()
    {
        var state = MessageJson.Parse<MacState>("""{"rejected_frequencies":["868100000",868300000,null],"rejected_adr_data_rate_indexes":["DATA_RATE_3",4]}""");
        Assert.Equal([868100000ul, 868300000ul], state.RejectedFrequencies!);
        Assert.Equal([DataRateIndex.DataRate3, DataRateIndex.DataRate4], state.RejectedAdrDataRateIndexes!);
        Assert.Equal("""{"rejected_frequencies":["868100000","868300000"],"rejected_adr_data_rate_indexes":[3,4]}""", Ordered(state));

        static string Ordered(MacState state) =>
            MessageJson.ToText(new MacState { RejectedFrequencies = state.RejectedFrequencies })[..^1] + "," + MessageJson.ToText(new MacState { RejectedAdrDataRateIndexes = state.RejectedAdrDataRateIndexes })[1..];
    }
}
