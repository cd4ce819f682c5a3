using System.Security.Cryptography;

namespace TheThingsStack.Emulator.Wire;

/// <summary>
/// Everything that the server makes up: identifiers of requests and events, API keys, correlation. With a seed the same
/// requests in the same order get the same ones; keys do not depend on how many requests there were.
/// </summary>
internal sealed class IdSource(int? seed = null)
{
    private const string Base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string CrockfordAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly object _gate = new();
    private readonly Random? _secrets = seed is { } value ? new Random(value) : null;
    private readonly Random? _ids = seed is { } value ? new Random(~value) : null;

    /// <summary>48 bits of time and 80 of chance in Crockford's base 32: they sort by time.</summary>
    public string Ulid(DateTimeOffset time)
    {
        var milliseconds = time.ToUnixTimeMilliseconds();
        return string.Create(26, (milliseconds, chance: Bytes(_ids, 16)), static (text, state) =>
        {
            for (var i = 0; i < 10; i++)
                text[i] = CrockfordAlphabet[(int)(state.milliseconds >> (45 - (5 * i))) & 31];
            for (var i = 0; i < 16; i++)
                text[10 + i] = CrockfordAlphabet[state.chance[i] & 31];
        });
    }

    /// <summary>16 bytes as 32 hexadecimal digits in small letters.</summary>
    public string CorrelationId() => Convert.ToHexString(Bytes(_ids, 16)).ToLowerInvariant();

    /// <summary>A part of a credential.</summary>
    public string Base32(int length) => string.Concat(Bytes(_secrets, length).Select(b => Base32Alphabet[b & 31]));

    public byte[] SecretBytes(int count) => Bytes(_secrets, count);

    private byte[] Bytes(Random? random, int count)
    {
        if (random is null)
            return RandomNumberGenerator.GetBytes(count);
        var bytes = new byte[count];
        lock (_gate)
            random.NextBytes(bytes);
        return bytes;
    }
}
