using System.Text.Json;

namespace TheThingsStack.Generators.Reading;

/// <summary>Names and keywords come again by the thousand: most of them get the string that they had before.</summary>
internal sealed class RepeatedStrings
{
    private const int Longest = 64;

    // The last string of each hash; a clash costs a string, whatever a document does.
    private readonly string?[] _strings = new string?[4096];

    /// <summary>The text that the reader is at.</summary>
    public string Get(ref Utf8JsonReader reader)
    {
        var utf8 = reader.ValueSpan;
        if (utf8.Length > Longest || reader.ValueIsEscaped)
            return reader.GetString()!;
        ref var last = ref _strings[Hash(utf8) % _strings.Length];
        return last is not null && IsSame(last, utf8) ? last : last = reader.GetString()!;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261;
        foreach (var b in utf8)
            hash = unchecked((hash ^ b) * 16777619);
        return hash ^ (hash >> 15);
    }

    // A text that is not ASCII never is.
    private static bool IsSame(string text, ReadOnlySpan<byte> utf8)
    {
        if (text.Length != utf8.Length)
            return false;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (text[i] != utf8[i] || utf8[i] >= 0x80)
                return false;
        }

        return true;
    }
}
