using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack;

/// <summary>Takes messages apart by masks and puts them together again: an end device is kept in parts by four servers. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MaskedMessage
{
    /// <summary>A copy of what a message has under a mask.</summary>
    public static T Copy<T>(T message, FieldMask<T> mask)
        where T : class, IFieldMaskTarget<T>
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(mask);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            var reader = new Utf8JsonReader(MessageJson.ToUtf8Bytes(message));
            reader.Read();
            Copy(ref reader, writer, T.FieldPaths, 0, mask);
        }

        return MessageJson.Parse<T>(buffer.WrittenSpan);
    }

    /// <summary>Two parts of one message as one: what the second has comes over what the first has, but for objects, which are merged.</summary>
    public static T Merge<T>(T first, T second)
        where T : class, IFieldMaskTarget<T>
    {
        var merged = JsonNode.Parse(MessageJson.ToUtf8Bytes(first))!.AsObject();
        Merge(merged, JsonNode.Parse(MessageJson.ToUtf8Bytes(second))!.AsObject());
        return MessageJson.Parse<T>(merged.ToJsonString());
    }

    private static void Copy<T>(ref Utf8JsonReader reader, Utf8JsonWriter writer, FieldPathTree tree, int start, FieldMask<T> mask)
        where T : class, IFieldMaskTarget<T>
    {
        writer.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            var isKnown = tree.TryFindMember(name, out var index, out var below, out _);
            reader.Read();
            if (isKnown && mask.Covers(new(start + index)))
            {
                writer.WritePropertyName(name);
                using var value = JsonDocument.ParseValue(ref reader);
                value.RootElement.WriteTo(writer);
            }
            else if (isKnown && below is not null && reader.TokenType == JsonTokenType.StartObject && NamesBelow(mask, start + index))
            {
                writer.WritePropertyName(name);
                Copy(ref reader, writer, below, start + index + 1, mask);
            }
            else
            {
                reader.Skip();
            }
        }

        writer.WriteEndObject();
    }

    private static bool NamesBelow<T>(FieldMask<T> mask, int index)
        where T : class, IFieldMaskTarget<T>
    {
        var end = index + T.FieldPaths.CountBelow(index);
        foreach (var path in mask.Indexes)
        {
            if (path > index && path <= end)
                return true;
        }

        return false;
    }

    private static void Merge(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            if (value is JsonObject from && target[name] is JsonObject into)
                Merge(into, from);
            else
                target[name] = value?.DeepClone();
        }
    }
}
