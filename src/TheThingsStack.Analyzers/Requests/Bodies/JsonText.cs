using System.Text;
using System.Text.Json;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests.Bodies;

/// <summary>Reads JSON out of a literal, and says where each value stands in the source.</summary>
internal sealed class JsonText
{
    private readonly TextOrigin _origin;
    private readonly byte[] _utf8;
    private readonly int[] _chars;

    private JsonText(TextOrigin origin, string text)
    {
        _origin = origin;
        _utf8 = Encoding.UTF8.GetBytes(text);
        _chars = CharOfByte(text, _utf8.Length);
    }

    /// <summary>Null where the text is not one JSON value.</summary>
    public static JsonPart? Read(TextOrigin origin)
    {
        var json = new JsonText(origin, WithoutBareHoles(origin.Text));
        var reader = new Utf8JsonReader(json._utf8);
        try
        {
            reader.Read();
            var root = json.ReadValue(ref reader);
            reader.Read();
            return root;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half typed, or with half of a surrogate pair.
            return null;
        }
    }

    /// <summary>Outside of strings a value that is not seen could be any: a number in its place keeps the text JSON.</summary>
    private static string WithoutBareHoles(string text)
    {
        if (text.IndexOf(TextOrigin.Hole) < 0)
            return text;
        var json = new StringBuilder(text);
        var isInString = false;
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '"')
                isInString = !isInString;
            else if (json[i] == '\\' && isInString)
                i++;
            else if (json[i] == TextOrigin.Hole && !isInString)
                json[i] = '0';
        }

        return json.ToString();
    }

    private static int[] CharOfByte(string text, int bytes)
    {
        var chars = new int[bytes + 1];
        var at = 0;
        for (var i = 0; i < text.Length && at < bytes; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var length = isPair ? 4 : text[i] < 0x80 ? 1 : text[i] < 0x800 ? 2 : 3;
            for (var b = 0; b < length && at < bytes; b++)
                chars[at++] = i;
            if (isPair)
                i++;
        }

        chars[bytes] = text.Length;
        return chars;
    }

    private JsonPart ReadValue(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<JsonMember>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                    members.Add(ReadMember(ref reader));
                var message = new JsonPart(JsonKind.Object, At(start, (int)reader.BytesConsumed));
                message.Members.AddRange(members);
                return message;
            case JsonTokenType.StartArray:
                var items = new List<JsonPart>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadValue(ref reader));
                var list = new JsonPart(JsonKind.Array, At(start, (int)reader.BytesConsumed));
                list.Items.AddRange(items);
                return list;
            case JsonTokenType.String:
                return ReadString(ref reader, start);
            case JsonTokenType.Number:
                return ReadNumber(ref reader, start);
            default:
                return new(Kind(reader.TokenType), At(start, (int)reader.BytesConsumed));
        }
    }

    private JsonMember ReadMember(ref Utf8JsonReader reader)
    {
        var (name, start) = (reader.GetString()!, (int)reader.TokenStartIndex);
        var location = At(start, start + reader.ValueSpan.Length + 2);
        reader.Read();
        return new(name, location, ReadValue(ref reader));
    }

    private JsonPart ReadString(ref Utf8JsonReader reader, int start)
    {
        var text = reader.GetString()!;
        var isSeen = text.IndexOf(TextOrigin.Hole) < 0;
        return new(isSeen ? JsonKind.Text : JsonKind.Unseen, At(start, (int)reader.BytesConsumed))
        {
            Text = isSeen ? text : null,
            Hole = text.Length == 1 && !isSeen ? HoleAt(_chars[start] + 1) : null,
            Origin = reader.ValueIsEscaped ? null : _origin,
            Start = _chars[start] + 1,
        };
    }

    private JsonPart ReadNumber(ref Utf8JsonReader reader, int start)
    {
        var isHole = _origin.Text[_chars[start]] == TextOrigin.Hole;
        return new(isHole ? JsonKind.Unseen : JsonKind.Number, At(start, (int)reader.BytesConsumed))
        {
            Text = isHole ? null : Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
            Hole = isHole && reader.ValueSpan.Length == 1 ? HoleAt(_chars[start]) : null,
        };
    }

    private Microsoft.CodeAnalysis.IOperation? HoleAt(int index) => _origin.Holes.ElementAtOrDefault(_origin.HolesBefore(index));

    private Microsoft.CodeAnalysis.Location At(int start, int end) => _origin.At(_chars[start], _chars[end] - _chars[start]);

    private static JsonKind Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.True => JsonKind.True,
        JsonTokenType.False => JsonKind.False,
        _ => JsonKind.Null,
    };
}
