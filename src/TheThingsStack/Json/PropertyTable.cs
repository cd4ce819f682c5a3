using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace TheThingsStack.Json;

/// <summary>The property names of one message, found from their UTF-8 bytes without making a string.</summary>
public sealed class PropertyTable
{
    private readonly byte[][] _names;
    private readonly int[] _slots;
    private PropertyTable? _camelCase;

    /// <summary>Builds the table.</summary>
    /// <param name="names">The names in order, separated by <c>\0</c>.</param>
    public PropertyTable(string names)
        : this(Split(names))
    {
    }

    private PropertyTable(byte[][] names)
    {
        _names = names;
        _slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(_names.Length * 2 + 1))];
        for (var i = 0; i < _names.Length; i++)
        {
            var slot = Hash(_names[i]) & (_slots.Length - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = i + 1;
        }
    }

    /// <summary>Goes to the next property of the table that has a value; unknown properties and nulls are passed over.</summary>
    /// <param name="reader">A reader inside the object; left on the first token of the value.</param>
    /// <param name="index">The place of the property in the table.</param>
    /// <returns>False at the end of the object.</returns>
    public bool Next(ref Utf8JsonReader reader, out int index)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            index = Find(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
                continue;
            if (index >= 0)
                return true;
            reader.Skip();
        }

        index = -1;
        return false;
    }

    /// <summary>Checks that the reader is at the start of an object.</summary>
    public static void Start(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw JsonRead.Unexpected(ref reader, "an object");
    }

    private static byte[][] Split(string names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Length == 0 ? [] : Array.ConvertAll(names.Split('\0'), Encoding.UTF8.GetBytes);
    }

    private int Find(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped)
            return FindWithCase(Encoding.UTF8.GetBytes(JsonRead.Text(ref reader)));
        return FindWithCase(reader.ValueSpan);
    }

    // Some answers of the server name fields in camelCase; snake_case is the rule, so only a miss pays for this.
    private int FindWithCase(ReadOnlySpan<byte> name)
    {
        var index = Find(name);
        if (index >= 0 || name.IndexOfAnyInRange((byte)'A', (byte)'Z') < 0)
            return index;
        _camelCase ??= new PropertyTable(Array.ConvertAll(_names, ToCamelCase));
        return _camelCase.Find(name);
    }

    // protobuf's own rule: an underscore is left out, and a letter after it is a capital.
    private static byte[] ToCamelCase(byte[] name)
    {
        var camel = new byte[name.Length];
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != (byte)'_')
                camel[length++] = i > 0 && name[i - 1] == (byte)'_' && char.IsAsciiLetterLower((char)name[i]) ? (byte)(name[i] & ~0x20) : name[i];
        }

        return camel[..length];
    }

    private int Find(ReadOnlySpan<byte> name)
    {
        for (var slot = Hash(name) & (_slots.Length - 1); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var index = _slots[slot] - 1;
            if (name.SequenceEqual(_names[index]))
                return index;
        }

        return -1;
    }

    // Length, first and last eight bytes: names of one message rarely agree in all of them, and equality is checked afterwards.
    private static int Hash(ReadOnlySpan<byte> name)
    {
        ulong mixed;
        if (name.Length >= 8)
        {
            mixed = MemoryMarshal.Read<ulong>(name) * 31 + MemoryMarshal.Read<ulong>(name[^8..]);
        }
        else
        {
            mixed = 0;
            foreach (var c in name)
                mixed = (mixed << 8) | c;
        }

        mixed = (mixed + (ulong)name.Length) * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 40);
    }
}
