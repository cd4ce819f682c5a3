using System.Text;
using System.Text.Json;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Messages;

/// <summary>Depth ends in an exception that can be caught, never in the end of the process.</summary>
public class NestingTests
{
    [Theory]
    [InlineData("{\"cause\":", "{}", "}")]
    [InlineData("{\"unknown\":", "{}", "}")]
    [InlineData("{\"attributes\":{\"a\":", "{}", "}}")]
    [InlineData("{\"unknown\":[", "", "]}")]
    [InlineData("{\"attributes\":{\"a\":[", "", "]}}")]
    public void Reading_TooDeep_IsAJsonException(string open, string middle, string close)
    {
        var json = new StringBuilder();
        for (var i = 0; i < 50_000; i++)
            json.Append(open);
        json.Append(middle);
        for (var i = 0; i < 50_000; i++)
            json.Append(close);
        Assert.ThrowsAny<JsonException>(() => MessageJson.Parse<ErrorDetails>(json.ToString()));
    }

    [Fact]
    public void Reading_AsDeepAsAllowed_Works()
    {
        var json = string.Concat(Enumerable.Repeat("{\"cause\":", 60)) + "{\"name\":\"root\"}" + new string('}', 60);
        var error = MessageJson.Parse<ErrorDetails>(json);
        while (error.Cause is not null)
            error = error.Cause;
        Assert.Equal("root", error.Name);
    }

    [Fact]
    public void Writing_AMessageThatContainsItself_IsRefused()
    {
        var error = new ErrorDetails();
        error.Cause = error;
        Assert.Throws<InvalidOperationException>(() => MessageJson.ToUtf8Bytes(error));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("1")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{},")]
    [InlineData("{\"name\"}")]
    [InlineData("{\"name\":\"x\",}")]
    [InlineData("{name:\"x\"}")]
    [InlineData("// x\n{}")]
    [InlineData("{\"name\":{}}")]
    [InlineData("{\"details\":{}}")]
    [InlineData("{\"details\":[[]]}")]
    [InlineData("{\"cause\":[]}")]
    [InlineData("\ufeff{}")]
    public void Reading_OtherThanAnObject_IsAJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => MessageJson.Parse<ErrorDetails>(json));
}
