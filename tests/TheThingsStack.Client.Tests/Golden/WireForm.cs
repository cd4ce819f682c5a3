using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Samples;
using TheThingsStack.Json;

namespace TheThingsStack.Client.Tests.Golden;

/// <summary>Compares a message with a text written by hand, both ways.</summary>
internal static class WireForm
{
    /// <summary>The message is written as the text, and the text is read as a message that is written so again.</summary>
    public static T AssertSame<T>(T message, string json)
        where T : class, IMessage<T>
    {
        JsonDiff.AssertEqual(JsonNode.Parse(json), JsonDiff.Parse(MessageJson.ToUtf8Bytes(message)), typeof(T).Name);
        var read = MessageJson.Parse<T>(json);
        Assert.Equal(MessageJson.ToUtf8Bytes(message), MessageJson.ToUtf8Bytes(read));
        return read;
    }
}
