using System.Globalization;
using System.Text;
using System.Text.Json;
using TheThingsStack.Http;

namespace TheThingsStack.Json;

/// <summary>An enumeration that also holds what a newer server may send: an unknown value is written back as it was read.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IOpenEnum<TSelf> : IJsonValue<TSelf>, IQueryValue
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The wire name; for an unknown number its digits.</summary>
    string Name { get; }

    /// <summary>Whether this client's reference has the value.</summary>
    bool IsKnown { get; }
}

/// <summary>The value of an <see cref="IOpenEnum{TSelf}"/>: a number, or a name that has none here.</summary>
/// <param name="Number">The number; -1 beside a <paramref name="Text"/>.</param>
/// <param name="Text">The name, only where the reference does not have it.</param>
public readonly record struct OpenEnumValue(int Number, string? Text = null);

/// <summary>The names and numbers of one enumeration.</summary>
public sealed class OpenEnumTable
{
    // What has more than a few values, or numbers far apart, is looked up.
    private const int MostEncoded = 256;

    private readonly bool _numeric;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _names = [];
    private readonly Utf8Names _utf8;
    private readonly int[] _utf8Numbers;
    private PaddedText[]? _encoded;

    // The name that was read last; of many messages, most have the same.
    private int _last;

    /// <summary>Builds the table.</summary>
    /// <param name="numeric">Whether the value travels as a number.</param>
    /// <param name="names">The names, separated by <c>\0</c>; of several names for one number, the first is the one written.</param>
    /// <param name="numbers">The number of each name; null where they count from 0.</param>
    /// <param name="aliases">Further texts that are read, as <c>text\0number</c>, separated by <c>\0</c>.</param>
    public OpenEnumTable(bool numeric, string names, int[]? numbers = null, string? aliases = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        _numeric = numeric;
        var all = names.Split('\0');
        for (var i = 0; i < all.Length; i++)
        {
            var number = numbers is null ? i : numbers[i];
            _numbers.TryAdd(all[i], number);
            _names.TryAdd(number, all[i]);
        }

        var further = aliases is null ? [] : aliases.Split('\0');
        for (var i = 0; i + 1 < further.Length; i += 2)
            _numbers.TryAdd(further[i], int.Parse(further[i + 1], CultureInfo.InvariantCulture));
        _utf8 = new([.. _numbers.Keys.Select(Encoding.UTF8.GetBytes)]);
        _utf8Numbers = [.. _numbers.Values];
    }

    /// <summary>The value of a name, an alias or digits; an unknown text is kept.</summary>
    public OpenEnumValue Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_numbers.TryGetValue(text, out var number) || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            return new(number);
        return new(-1, text);
    }

    /// <summary>The name of a value; for an unknown number its digits.</summary>
    public string Name(OpenEnumValue value) =>
        value.Text ?? (_names.TryGetValue(value.Number, out var name) ? name : value.Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether the table has the value.</summary>
    public bool IsKnown(OpenEnumValue value) => value.Text is null && _names.ContainsKey(value.Number);

    /// <summary>Reads a name or a number: the server writes one enumeration in either form, depending on the message around it.</summary>
    public OpenEnumValue Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => TryFind(ref reader, out var number) ? new(number) : Parse(JsonRead.Text(ref reader)),
        JsonTokenType.Number => new(JsonRead.Int32(ref reader)),
        _ => throw JsonRead.Unexpected(ref reader, "the name or number of an enumeration value"),
    };

    /// <summary>Writes the value in the form that the server writes.</summary>
    public void Write(Utf8JsonWriter writer, OpenEnumValue value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Text is not null)
            writer.WriteStringValue(value.Text);
        else if (!_numeric && _names.TryGetValue(value.Number, out var name))
            writer.WriteStringValue(name);
        else
            writer.WriteNumberValue(value.Number);
    }

    /// <summary>The value as JSON text, where that is nothing but its name or its number; false where it has to be written.</summary>
    internal bool TryEncode(OpenEnumValue value, out PaddedText text)
    {
        var encoded = _encoded ??= Encode();
        text = value.Text is null && (uint)value.Number < (uint)encoded.Length ? encoded[value.Number] : default;
        return !text.IsEmpty;
    }

    private PaddedText[] Encode()
    {
        var encoded = new PaddedText[Math.Clamp(_names.Keys.DefaultIfEmpty(-1).Max() + 1, 0, MostEncoded)];
        for (var number = 0; number < encoded.Length; number++)
        {
            if (_numeric)
                encoded[number] = new(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
            else if (_names.TryGetValue(number, out var name) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_'))
                encoded[number] = new(Encoding.UTF8.GetBytes($"\"{name}\""));
        }

        return encoded;
    }

    // Names are found without a string being made of each.
    private bool TryFind(ref Utf8JsonReader reader, out int number)
    {
        var index = JsonRead.IsVerbatim(ref reader) ? _utf8.Find(reader.ValueSpan, _last) : -1;
        number = 0;
        if (index < 0)
            return false;
        if (_last != index)
            _last = index;
        number = _utf8Numbers[index];
        return true;
    }
}
