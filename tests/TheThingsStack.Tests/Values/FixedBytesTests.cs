using System.ComponentModel;
using System.Text.Json;
using CsCheck;
using TheThingsStack.Http;
using TheThingsStack.Json;

namespace TheThingsStack.Tests.Values;

/// <summary>What holds for every type of fixed length.</summary>
public abstract class FixedBytesTests<T>
    where T : struct, IJsonValue<T>, IQueryValue, IEquatable<T>, ISpanParsable<T>
{
    protected abstract int Size { get; }

    protected abstract T FromBytes(ReadOnlySpan<byte> bytes);

    protected abstract byte[] ToArray(T value);

    protected abstract bool TryCopyTo(T value, Span<byte> destination);

    protected abstract string ToHex(T value);

    private Gen<byte[]> Bytes => Gen.Byte.Array[Size];

    [Fact]
    public void Bytes_ThereAndBack_AreTheSame() => Bytes.Sample(bytes =>
    {
        var value = FromBytes(bytes);
        var copy = new byte[Size];
        Assert.Equal(bytes, ToArray(value));
        Assert.True(TryCopyTo(value, copy));
        Assert.Equal(bytes, copy);
        Assert.False(TryCopyTo(value, new byte[Size - 1]));
        Assert.Equal(Convert.ToHexString(bytes), ToHex(value));
    });

    [Fact]
    public void Parse_EveryForm_GivesTheSameValue() => Bytes.Sample(bytes =>
    {
        var value = FromBytes(bytes);
        var hex = Convert.ToHexString(bytes);
        foreach (var form in new[] { hex, hex.ToLowerInvariant(), BitConverter.ToString(bytes), BitConverter.ToString(bytes).Replace('-', ':') })
        {
            Assert.Equal(value, ParseText<T>(form));
            Assert.Equal(value, T.Parse(form.AsSpan(), null));
            Assert.True(T.TryParse(form, null, out var parsed));
            Assert.Equal(value, parsed);
        }
    });

    [Fact]
    public void Json_ThereAndBack_IsUpperCaseHex() => Bytes.Sample(bytes =>
    {
        var value = FromBytes(bytes);
        var json = JsonForm.Write(value);
        Assert.Equal($"\"{Convert.ToHexString(bytes)}\"", json);
        Assert.Equal(value, JsonForm.Read<T>(json));
        Assert.Equal(value, JsonForm.Read<T>(json.ToLowerInvariant()));
    });

    [Fact]
    public void Json_Base64OfAnyKind_IsRead() => Bytes.Sample(bytes =>
    {
        var value = FromBytes(bytes);
        var base64 = Convert.ToBase64String(bytes);
        Assert.Equal(value, JsonForm.ReadText<T>(base64));
        Assert.Equal(value, JsonForm.Read<T>($"\"{base64}\""));
        Assert.Equal(value, JsonForm.ReadText<T>(base64.TrimEnd('=')));
        Assert.Equal(value, JsonForm.ReadText<T>(base64.Replace('+', '-').Replace('/', '_')));
    });

    [Fact]
    public void Query_EveryValue_IsUrlSafeBase64WithPadding() => Bytes.Sample(bytes =>
        Assert.Equal(Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_'), FromBytes(bytes).ToQueryString()));

    [Fact]
    public void Equality_TwoValues_IsThatOfTheirBytes() => Gen.Select(Bytes, Bytes).Sample((a, b) =>
    {
        Assert.Equal(a.SequenceEqual(b), FromBytes(a).Equals(FromBytes(b)));
        Assert.Equal(FromBytes(a), (object)FromBytes([.. a]));
        Assert.Equal(FromBytes(a).GetHashCode(), FromBytes([.. a]).GetHashCode());
    });

    [Fact]
    public void Default_IsAllZero()
    {
        Assert.Equal(new byte[Size], ToArray(default));
        Assert.Equal($"\"{new string('0', Size * 2)}\"", JsonForm.Write(default(T)));
        Assert.Equal(default, JsonForm.ReadText<T>(new string('0', Size * 2)));
    }

    [Fact]
    public void FromBytes_OfAnotherLength_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => FromBytes(new byte[Size + 1]));
        Assert.Throws<ArgumentException>(() => FromBytes(new byte[Size - 1]));
        Assert.Throws<ArgumentException>(() => FromBytes([]));
    }

    [Fact]
    public void Parse_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => ParseText<T>(null!));
        Assert.False(TryParseText<T>(null));
    }

    [Fact]
    public void Parse_OtherForms_AreRefused()
    {
        var digits = new string('1', Size * 2);
        var separated = string.Join('-', Enumerable.Repeat("11", Size));
        foreach (var text in new[]
        {
            "", " ", digits + "1", digits[1..], digits[2..], digits + "11", " " + digits, "0x" + digits, digits[1..] + "g", digits[1..] + "１",
            separated + "-", "-" + separated, separated.Replace('-', '.'), separated[..^3] + ":", separated.Replace("11-11", "11--1"),
        })
        {
            Assert.False(T.TryParse(text, null, out var value), text);
            Assert.Equal(default, value);
            Assert.Throws<FormatException>(() => T.Parse(text, null));
        }
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"====\"")]
    [InlineData("\"\\ud800\"")]
    public void Json_OtherThings_AreRefused(string json) => Assert.Throws<JsonException>(() => JsonForm.Read<T>(json));

    [Fact]
    public void Json_OfAnotherLength_IsRefused()
    {
        // Few lengths can be both: four characters are two bytes in hex and three in base64.
        foreach (var size in new[] { 1, Size - 1, Size + 1, 32, 5000 }.Where(s => s != Size))
        {
            var (hex, base64) = (new string('0', size * 2), Convert.ToBase64String(new byte[size]));
            if (hex.Length * 6 / 8 != Size)
                Assert.Throws<JsonException>(() => JsonForm.ReadText<T>(hex));
            if (base64.Length != Size * 2)
                Assert.Throws<JsonException>(() => JsonForm.ReadText<T>(base64));
        }
    }

    [Fact]
    public void Json_Escaped_IsRead()
    {
        var escaped = string.Concat(new string('A', Size * 2).Select(c => $"\\u{(int)c:x4}"));
        Assert.Equal(FromBytes([.. Enumerable.Repeat((byte)0xAA, Size)]), JsonForm.Read<T>($"\"{escaped}\""));
    }

    [Fact]
    public void Json_InPieces_IsRead()
    {
        var bytes = Enumerable.Range(1, Size).Select(b => (byte)b).ToArray();
        var json = System.Text.Encoding.ASCII.GetBytes($"\"{Convert.ToHexString(bytes)}\"");
        for (var cut = 1; cut < json.Length; cut++)
        {
            var reader = new Utf8JsonReader(Pieces.Of(json[..cut], json[cut..]));
            reader.Read();
            Assert.Equal(FromBytes(bytes), T.ReadFrom(ref reader));
        }
    }

    [Fact]
    public void Parse_Garbage_ThrowsNothingElse() => Gen.String.Sample(text =>
    {
        if (!T.TryParse(text, null, out _))
            Assert.Throws<FormatException>(() => T.Parse(text, null));
    }, iter: 2000);

    [Fact]
    public void Json_Garbage_ThrowsNothingElse() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        try
        {
            JsonForm.Read<T>([(byte)'"', .. bytes, (byte)'"']);
        }
        catch (JsonException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }, iter: 2000);

    [Fact]
    public void Serializer_ThereAndBack_UsesTheSameForm()
    {
        var value = FromBytes([.. Enumerable.Range(1, Size).Select(b => (byte)b)]);
        var json = JsonSerializer.Serialize(new Holder(value));
        Assert.Equal($$"""{"Value":{{JsonForm.Write(value)}}}""", json);
        Assert.Equal(value, JsonSerializer.Deserialize<Holder>(json)!.Value);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Holder>("""{"Value":"x"}"""));
    }

    [Fact]
    public void TypeConverter_OfText_Parses()
    {
        var value = FromBytes([.. Enumerable.Range(1, Size).Select(b => (byte)b)]);
        var converter = TypeDescriptor.GetConverter(typeof(T));
        Assert.True(converter.CanConvertFrom(typeof(string)));
        Assert.Equal(value, converter.ConvertFromInvariantString(ToHex(value)));
        Assert.Throws<FormatException>(() => converter.ConvertFromInvariantString("x"));
        Assert.Equal(value.ToString(), converter.ConvertToInvariantString(value));
    }

    // Called on a type that has both, the form for spans would be taken for text, too.
    private static TValue ParseText<TValue>(string text)
        where TValue : IParsable<TValue> => TValue.Parse(text, null);

    private static bool TryParseText<TValue>(string? text)
        where TValue : IParsable<TValue> => TValue.TryParse(text, null, out _);

    private sealed record Holder(T Value);
}
