using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Values;
using Base64Text = System.Buffers.Text.Base64;

namespace TheThingsStack.Json;

/// <summary>
/// Writes the members of generated messages, each by its place in the table of names. A null value is not written: absent and null are one on this API.
/// For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class MessageWriter
{
    // What both encoders of System.Text.Json write as it is.
    private static readonly SearchValues<char> s_plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !#$%()*,-./:;=?@[]^_{|}~");

    /// <summary>Writes text.</summary>
    public void String(int name, string? value)
    {
        if (value is null)
            return;
        Name(name);
        Text(value);
    }

    /// <summary>Writes true or false.</summary>
    public void Boolean(int name, bool? value)
    {
        if (value is not { } present)
            return;
        Name(name);
        if (present)
            Raw("true"u8);
        else
            Raw("false"u8);
    }

    /// <summary>Writes a signed 32-bit integer as a number.</summary>
    public void Int32(int name, int? value) => Number(name, value);

    /// <summary>Writes an unsigned 32-bit integer as a number.</summary>
    public void UInt32(int name, uint? value) => Number(name, value);

    /// <summary>Writes a signed 64-bit integer as a string of digits.</summary>
    public void Int64(int name, long? value) => Quoted(name, value, LongestNumber);

    /// <summary>Writes an unsigned 64-bit integer as a string of digits.</summary>
    public void UInt64(int name, ulong? value) => Quoted(name, value, LongestNumber);

    /// <summary>Writes a signed 64-bit integer as a number.</summary>
    public void Int64Number(int name, long? value) => Number(name, value);

    /// <summary>Writes an unsigned 64-bit integer as a number.</summary>
    public void UInt64Number(int name, ulong? value) => Number(name, value);

    /// <summary>Writes a single-precision number.</summary>
    public void Single(int name, float? value) => Real(name, value);

    /// <summary>Writes a double-precision number.</summary>
    public void Double(int name, double? value) => Real(name, value);

    /// <summary>Writes bytes as base64.</summary>
    public void Bytes(int name, byte[]? value)
    {
        if (value is null)
            return;
        Name(name);
        var room = Reserve(Base64Text.GetMaxEncodedToUtf8Length(value.Length) + 2);
        room[0] = (byte)'"';
        Base64Text.EncodeToUtf8(value, room[1..], out _, out var length);
        room[length + 1] = (byte)'"';
        _length += length + 2;
    }

    /// <summary>Writes a free-form object or any other JSON value.</summary>
    public void Node(int name, JsonNode? value)
    {
        if (value is null)
            return;
        Name(name);
        value.WriteTo(Inner);
        FlushInner();
    }

    /// <summary>Writes a message.</summary>
    public void Message(int name, Message? value)
    {
        if (value is null)
            return;
        Name(name);
        Write(value);
    }

    /// <summary>Writes what knows its own form: a mask, a message of any type.</summary>
    public void Object<T>(int name, T? value)
        where T : class, IJsonValue<T>
    {
        if (value is null)
            return;
        Name(name);
        value.WriteTo(Inner);
        FlushInner();
    }

    /// <summary>Writes an enumeration.</summary>
    public void Enum(int name, OpenEnumValue? value, OpenEnumTable table)
    {
        if (value is not { } present)
            return;
        Name(name);
        if (table.TryEncode(present, out var encoded))
        {
            _length += encoded.WriteTo(Reserve(encoded.Room));
            return;
        }

        table.Write(Inner, present);
        FlushInner();
    }

    /// <summary>Writes a domain value.</summary>
    public void Value<T>(int name, T? value)
        where T : struct, IJsonValue<T>, IUtf8SpanFormattable => Quoted(name, value, LongestValue);

    /// <summary>Writes a key, in full.</summary>
    public void Key(int name, AesKey? value)
    {
        if (value is not { } present)
            return;
        Name(name);
        var room = Reserve(KeyDigits + 2);
        room[0] = room[KeyDigits + 1] = (byte)'"';
        FixedBytes.Write(present, room.Slice(1, KeyDigits));
        _length += KeyDigits + 2;
    }

    /// <summary>Writes an array of texts; an empty one is written, because it says that there are none.</summary>
    public void Strings(int name, List<string>? items) => List<string, StringCodec>(name, items);

    /// <summary>Writes an array of messages.</summary>
    public void Messages<T>(int name, List<T>? items)
        where T : Message
    {
        if (items is null)
            return;
        Name(name);
        Sign('[');
        foreach (var item in items)
        {
            Separate('[');
            Write(item);
        }

        Sign(']');
    }

    /// <summary>Writes an array.</summary>
    public void List<T, TCodec>(int name, List<T>? items)
        where TCodec : IJsonCodec<T>
    {
        if (items is null)
            return;
        Name(name);
        Sign('[');
        foreach (var item in items)
        {
            Separate('[');
            Item<T, TCodec>(item);
        }

        Sign(']');
    }

    /// <summary>Writes an array of enumerations or domain values.</summary>
    public void List<T>(int name, List<T>? items)
        where T : IJsonValue<T>
    {
        if (items is null)
            return;
        Name(name);
        JsonWrite.Items<T, ValueCodec<T>>(Inner, items);
        FlushInner();
    }

    /// <summary>Writes a map as an object.</summary>
    public void Map<TKey, TValue, TCodec>(int name, Dictionary<TKey, TValue>? entries)
        where TKey : notnull, ISpanParsable<TKey>
        where TCodec : IJsonCodec<TValue>
    {
        if (entries is null)
            return;
        Name(name);
        Sign('{');
        foreach (var (key, value) in entries)
        {
            Separate('{');
            Text(Convert.ToString(key, CultureInfo.InvariantCulture));
            Sign(':');
            Item<TValue, TCodec>(value);
        }

        Sign('}');
    }

    private void Number<T>(int name, T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is not { } present)
            return;
        Name(name);
        Digits(present);
    }

    private void Digits<T>(T value)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(Reserve(LongestNumber), out var length, default, CultureInfo.InvariantCulture);
        _length += length;
    }

    private void Real<T>(int name, T? value)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (value is not { } present)
            return;
        Name(name);
        if (ShortDecimal.TryWrite(present, Reserve(ShortDecimal.Longest), out var length))
            _length += length;
        else if (T.IsFinite(present))
            Digits(present);
        else
            Quoted(present, LongestNumber);
    }

    // Digits, letters and a few signs: nothing that would have to be escaped.
    private void Quoted<T>(int name, T? value, int longest)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is not { } present)
            return;
        Name(name);
        Quoted(present, longest);
    }

    private void Quoted<T>(T value, int longest)
        where T : IUtf8SpanFormattable
    {
        var room = Reserve(longest + 2);
        room[0] = (byte)'"';
        value.TryFormat(room[1..], out var length, default, CultureInfo.InvariantCulture);
        room[length + 1] = (byte)'"';
        _length += length + 2;
    }

    private void Item<T, TCodec>(T value)
        where TCodec : IJsonCodec<T>
    {
        switch (value)
        {
            case string text:
                Text(text);
                break;
            case Message message:
                Write(message);
                break;
            case uint number:
                Digits(number);
                break;
            case ulong number when typeof(TCodec) == typeof(UInt64Codec):
                Quoted(number, LongestNumber);
                break;
            default:
                TCodec.Write(Inner, value);
                FlushInner();
                break;
        }
    }

    private void Text(string? value)
    {
        if (value is null || value.AsSpan().ContainsAnyExcept(s_plain))
        {
            Inner.WriteStringValue(value);
            FlushInner();
            return;
        }

        var room = Reserve(value.Length + 2);
        room[0] = (byte)'"';
        Ascii.FromUtf16(value, room[1..], out var length);
        room[length + 1] = (byte)'"';
        _length += length + 2;
    }
}
