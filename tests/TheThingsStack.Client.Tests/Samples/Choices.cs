using System.Globalization;

namespace TheThingsStack.Client.Tests.Samples;

/// <summary>What a sample is made of, from a seed: the same seed makes the same sample.</summary>
/// <param name="seed">The seed.</param>
/// <param name="fill">How many of the fields are set: 0 to 1.</param>
/// <param name="depth">How deep messages are nested.</param>
/// <param name="extremes">Whether numbers that JSON has no form for, and empty lists and texts, are among the values.</param>
public sealed class Choices(ulong seed, double fill, int depth, bool extremes)
{
    private static readonly string[] s_oddities =
    [
        "a b", "50%", "%2F", "a/b", "../c", "?x=1&y=2", "#f", "a+b", "\"q\"", "back\\slash", "<html>", "'", "ümläut", "漢字", "😀",
        "[k]", "{r}", "a,b", "a;b", "a:b@c", "~tilde", "line\nbreak", "tab\t", "\u007f", "\u2028", "null", "0", "-", "*", "(x)", "^|`",
    ];

    // The server that these tests run refuses a zero in a route.
    private static readonly string[] s_extremes = ["", "\0", "\uffff", "\ud83d\ude00"];

    private ulong _state = seed;

    public int Depth { get; } = depth;

    public bool Extremes { get; } = extremes;

    public bool Includes() => fill >= 1 || Next(1_000_000) < fill * 1_000_000;

    public int Next(int bound) => (int)(Next() % (ulong)bound);

    public T OneOf<T>(IReadOnlyList<T> values) => values[Next(values.Count)];

    /// <summary>The number of items of a list.</summary>
    public int Count() => Extremes ? Next(4) : 1 + Next(2);

    /// <summary>A text with characters that routes, query strings and JSON must encode.</summary>
    public string Text()
    {
        if (Extremes && Next(5) == 0)
            return OneOf(s_extremes);
        return $"{OneOf(s_oddities)}~{Next(100_000).ToString(CultureInfo.InvariantCulture)}";
    }

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
            bytes[i] = (byte)Next();
        return bytes;
    }

    /// <summary>Any bits; small numbers and the ends of the range are frequent.</summary>
    public ulong Bits() => Next(6) switch
    {
        0 => 0,
        1 => ulong.MaxValue,
        2 => 1UL << Next(64),
        3 => Next() % 1000,
        _ => Next(),
    };

    // splitmix64
    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
