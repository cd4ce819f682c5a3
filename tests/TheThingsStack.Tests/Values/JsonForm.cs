using System.Text;
using System.Text.Json;
using TheThingsStack.Json;

namespace TheThingsStack.Tests.Values;

/// <summary>Values from and to JSON text.</summary>
internal static class JsonForm
{
    public static T Read<T>(string json)
        where T : IJsonValue<T> => Read<T>(Encoding.UTF8.GetBytes(json));

    public static T Read<T>(byte[] json)
        where T : IJsonValue<T>
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return T.ReadFrom(ref reader);
    }

    public static T ReadText<T>(string text)
        where T : IJsonValue<T> => Read<T>(JsonSerializer.Serialize(text));

    public static string Write<T>(T value)
        where T : IJsonValue<T>
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            value.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
