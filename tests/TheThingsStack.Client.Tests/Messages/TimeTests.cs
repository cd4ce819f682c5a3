using System.Globalization;
using System.Text.Json;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Messages;

public class TimeTests
{
    [Fact]
    public void Timestamp_WithUpToNineDigits_KeepsAllOfThem()
    {
        for (var digits = 0; digits <= 9; digits++)
        {
            var fraction = digits == 0 ? "" : "." + "123456789"[..digits];
            var json = $$"""{"created_at":"2024-02-29T23:59:59{{fraction}}Z"}""";
            var device = MessageJson.Parse<EndDevice>(json);
            Assert.Equal(digits == 0 ? 0 : int.Parse("123456789"[..digits].PadRight(9, '0'), CultureInfo.InvariantCulture), device.CreatedAt!.Value.Nanoseconds);
            Assert.Equal(json, MessageJson.ToText(device));
        }
    }

    [Theory]
    [InlineData("2024-01-01T00:00:00.500000000Z", "2024-01-01T00:00:00.5Z")]
    [InlineData("2024-01-01T02:00:00+02:00", "2024-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z")]
    public void Timestamp_InEveryForm_IsWrittenAsTheServerWrites(string form, string written) =>
        Assert.Equal($$"""{"updated_at":"{{written}}"}""", MessageJson.ToText(MessageJson.Parse<EndDevice>($$"""{"updated_at":"{{form}}"}""")));

    [Theory]
    [InlineData("0s", "0s")]
    [InlineData("1.500s", "1.5s")]
    [InlineData("0.061696s", "0.061696s")]
    [InlineData("-0.000000001s", "-0.000000001s")]
    [InlineData("315576000000s", "315576000000s")]
    public void Duration_InEveryForm_IsWrittenAsTheServerWrites(string form, string written) =>
        Assert.Equal($$"""{"class_b_timeout":"{{written}}"}""", MessageJson.ToText(MessageJson.Parse<MacSettings>($$"""{"class_b_timeout":"{{form}}"}""")));

    [Theory]
    [InlineData("""{"class_b_timeout":"1"}""")]
    [InlineData("""{"class_b_timeout":1}""")]
    [InlineData("""{"class_b_timeout":"1m"}""")]
    [InlineData("""{"class_b_timeout":"315576000001s"}""")]
    [InlineData("""{"class_b_timeout":""}""")]
    public void Duration_InAnotherForm_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => MessageJson.Parse<MacSettings>(json));

    [Theory]
    [InlineData("""{"created_at":"2024-02-30T00:00:00Z"}""")]
    [InlineData("""{"created_at":"2024-01-01"}""")]
    [InlineData("""{"created_at":"2024-01-01T00:00:00"}""")]
    [InlineData("""{"created_at":1704067200}""")]
    [InlineData("""{"created_at":""}""")]
    public void Timestamp_InAnotherForm_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => MessageJson.Parse<EndDevice>(json));
}
