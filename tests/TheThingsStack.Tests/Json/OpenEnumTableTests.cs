using System.Text;
using System.Text.Json;
using TheThingsStack.Json;

namespace TheThingsStack.Tests.Json;

public class OpenEnumTableTests
{
    private static readonly OpenEnumTable s_named = new(numeric: false, "ZERO\0ONE\0UNO\0SEVEN", [0, 1, 1, 7], "one\01\0v7\07\01\07");
    private static readonly OpenEnumTable s_numeric = new(numeric: true, "DR_0\0DR_1");

    [Theory]
    [InlineData("\"ONE\"", 1, "ONE", "\"ONE\"")]
    [InlineData("\"UNO\"", 1, "ONE", "\"ONE\"")]
    [InlineData("\"one\"", 1, "ONE", "\"ONE\"")]
    [InlineData("\"v7\"", 7, "SEVEN", "\"SEVEN\"")]
    [InlineData("\"1\"", 7, "SEVEN", "\"SEVEN\"")]
    [InlineData("1", 1, "ONE", "\"ONE\"")]
    [InlineData("\"7\"", 7, "SEVEN", "\"SEVEN\"")]
    [InlineData("5", 5, "5", "5")]
    [InlineData("\"5\"", 5, "5", "5")]
    [InlineData("-1", -1, "-1", "-1")]
    [InlineData("\"Zero\"", -1, "Zero", "\"Zero\"")]
    [InlineData("\"\\u004fNE\"", 1, "ONE", "\"ONE\"")]
    public void Named_EveryForm_IsReadAndWrittenAsItsName(string json, int number, string name, string written) =>
        AssertForm(s_named, json, number, name, written);

    [Theory]
    [InlineData("1", 1, "DR_1", "1")]
    [InlineData("\"DR_1\"", 1, "DR_1", "1")]
    [InlineData("9", 9, "9", "9")]
    [InlineData("\"DR_9\"", -1, "DR_9", "\"DR_9\"")]
    public void Numeric_EveryForm_IsReadAndWrittenAsItsNumber(string json, int number, string name, string written) =>
        AssertForm(s_numeric, json, number, name, written);

    [Fact]
    public void Known_IsWhatTheTableHas()
    {
        Assert.True(s_named.IsKnown(new(7)));
        Assert.False(s_named.IsKnown(new(2)));
        Assert.False(s_named.IsKnown(s_named.Parse("TWO")));
        Assert.False(s_named.IsKnown(s_named.Parse("-1")));
        Assert.NotEqual(s_named.Parse("TWO"), s_named.Parse("-1"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("1.5")]
    [InlineData("2147483648")]
    [InlineData("\"\\ud800\"")]
    public void Read_WhatIsNeitherNameNorNumber_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => Read(s_named, json));

    private static void AssertForm(OpenEnumTable table, string json, int number, string name, string written)
    {
        var value = Read(table, json);
        Assert.Equal((number, name), (value.Number, table.Name(value)));
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            table.Write(writer, value);
        Assert.Equal(written, Encoding.UTF8.GetString(stream.ToArray()));
        foreach (var pieces in Cut.EveryWay(json))
        {
            var reader = new Utf8JsonReader(pieces);
            reader.Read();
            Assert.Equal(value, table.Read(ref reader));
        }
    }

    private static OpenEnumValue Read(OpenEnumTable table, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return table.Read(ref reader);
    }
}
