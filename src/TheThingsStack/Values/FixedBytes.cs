using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text.Json;
using TheThingsStack.Json;
using Base64 = System.Buffers.Text.Base64;

namespace TheThingsStack.Values;

/// <summary>What the types of fixed length have in common.</summary>
internal static class FixedBytes
{
    private const int MaxSize = 16;

    public static T FromBytes<T>(ReadOnlySpan<byte> bytes)
        where T : struct, IFixedBytes<T>
    {
        if (bytes.Length != T.Size)
            throw new ArgumentException($"{typeof(T).Name} has {T.Size} bytes, not {bytes.Length}.", nameof(bytes));
        return FromExactly<T>(bytes);
    }

    public static bool TryCopyTo<T>(T value, Span<byte> destination)
        where T : struct, IFixedBytes<T>
    {
        if (destination.Length < T.Size)
            return false;
        Span<byte> all = stackalloc byte[MaxSize];
        BinaryPrimitives.WriteUInt128BigEndian(all, value.Bits);
        all[^T.Size..].CopyTo(destination);
        return true;
    }

    public static byte[] ToArray<T>(T value)
        where T : struct, IFixedBytes<T>
    {
        var bytes = new byte[T.Size];
        TryCopyTo(value, bytes);
        return bytes;
    }

    public static bool TryParse<T>(ReadOnlySpan<char> text, out T value)
        where T : struct, IFixedBytes<T>
    {
        var isHex = Hex.TryRead(text, T.Size, out var bits);
        value = T.FromBits(bits);
        return isHex;
    }

    public static T Parse<T>(ReadOnlySpan<char> text)
        where T : struct, IFixedBytes<T> =>
        TryParse<T>(text, out var value)
            ? value
            : throw new FormatException($"Not a valid {typeof(T).Name}: {T.Size * 2} hexadecimal digits are expected, with or without '-' or ':' between bytes.");

    public static string ToString<T>(T value, string? format = null)
        where T : struct, IFixedBytes<T>
    {
        Span<char> text = stackalloc char[MaxSize * 2];
        TryFormat(value, text, out var written, format);
        return new string(text[..written]);
    }

    public static bool TryFormat<T, TChar>(T value, Span<TChar> destination, out int written, ReadOnlySpan<char> format)
        where T : struct, IFixedBytes<T>
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (format is not ("" or "X" or "x"))
            throw new FormatException($"{typeof(T).Name} has the formats X and x only.");
        written = 0;
        if (destination.Length < T.Size * 2)
            return false;
        written = T.Size * 2;
        Hex.Write(value.Bits, destination[..written], lowerCase: format is "x");
        return true;
    }

    public static string ToQueryString<T>(T value)
        where T : struct, IFixedBytes<T>
    {
        Span<byte> bytes = stackalloc byte[T.Size];
        TryCopyTo(value, bytes);
        Span<char> text = stackalloc char[MaxSize * 2];
        Convert.TryToBase64Chars(bytes, text, out var written);
        text.Replace('+', '-');
        text.Replace('/', '_');
        return new string(text[..written]);
    }

    public static void WriteTo<T>(T value, Utf8JsonWriter writer)
        where T : struct, IFixedBytes<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[T.Size * 2];
        Write(value, text);
        writer.WriteStringValue(text);
    }

    /// <summary>Fills the text with the digits.</summary>
    public static void Write<T>(T value, Span<byte> text)
        where T : struct, IFixedBytes<T> => Hex.Write(value.Bits, text);

    public static T ReadFrom<T>(ref Utf8JsonReader reader)
        where T : struct, IFixedBytes<T>
    {
        if (JsonRead.IsPlain(ref reader) && reader.ValueSpan.Length == T.Size * 2 && Hex.TryRead(reader.ValueSpan, T.Size, out var plain))
            return T.FromBits(plain);
        return ReadOther<T>(ref reader);
    }

    private static T ReadOther<T>(ref Utf8JsonReader reader)
        where T : struct, IFixedBytes<T>
    {
        Span<byte> room = stackalloc byte[JsonText.MaxLength];
        ReadOnlySpan<byte> text = room[..JsonText.Read(ref reader, room)];
        if (text.Length == T.Size * 2 && Hex.TryRead(text, T.Size, out var bits))
            return T.FromBits(bits);
        return TryReadBase64<T>(text, out var value)
            ? value
            : throw new JsonException($"Not a valid {typeof(T).Name}: {T.Size * 2} hexadecimal digits, or base64 of {T.Size} bytes, are expected.");
    }

    private static bool TryReadBase64<T>(ReadOnlySpan<byte> text, out T value)
        where T : struct, IFixedBytes<T>
    {
        value = default;
        Span<byte> bytes = stackalloc byte[JsonText.MaxLength + 2];
        text.CopyTo(bytes);
        var padded = bytes[..((text.Length + 3) / 4 * 4)];
        padded[text.Length..].Fill((byte)'=');
        padded.Replace((byte)'-', (byte)'+');
        padded.Replace((byte)'_', (byte)'/');
        var status = Base64.DecodeFromUtf8InPlace(padded, out var written);
        if (status != OperationStatus.Done || written != T.Size)
            return false;
        value = FromExactly<T>(bytes[..written]);
        return true;
    }

    private static T FromExactly<T>(ReadOnlySpan<byte> bytes)
        where T : struct, IFixedBytes<T>
    {
        Span<byte> all = stackalloc byte[MaxSize];
        all.Clear();
        bytes.CopyTo(all[^bytes.Length..]);
        return T.FromBits(BinaryPrimitives.ReadUInt128BigEndian(all));
    }
}
