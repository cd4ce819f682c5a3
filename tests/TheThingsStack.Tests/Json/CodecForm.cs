using System.Text;
using System.Text.Json;
using TheThingsStack.Json;

namespace TheThingsStack.Tests.Json;

/// <summary>Values from and to JSON text by their codec.</summary>
internal static class CodecForm
{
    public static T Read<T, TCodec>(string json)
        where TCodec : IJsonCodec<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var value = TCodec.Read(ref reader);
        Assert.False(reader.Read());
        return value;
    }

    /// <summary>Reads the text cut into pieces in every way, and says what all of them are.</summary>
    public static List<T> ReadCut<T, TCodec>(string json)
        where TCodec : IJsonCodec<T>
    {
        List<T> values = [];
        foreach (var pieces in Cut.EveryWay(json))
        {
            var reader = new Utf8JsonReader(pieces);
            reader.Read();
            values.Add(TCodec.Read(ref reader));
        }

        return values;
    }

    public static string Write<T, TCodec>(T value)
        where TCodec : IJsonCodec<T> => Text(writer => TCodec.Write(writer, value));

    /// <summary>What is written within an object.</summary>
    public static string Members(Action<Utf8JsonWriter> write) => Text(writer =>
    {
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
    });

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
