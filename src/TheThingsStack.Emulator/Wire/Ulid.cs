using System.Security.Cryptography;

namespace TheThingsStack.Emulator.Wire;

/// <summary>Identifiers as the server generates them for requests and events: 48 bits of time, 80 of chance, in Crockford's base 32.</summary>
internal static class Ulid
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New(DateTimeOffset time)
    {
        var milliseconds = time.ToUnixTimeMilliseconds();
        var chance = RandomNumberGenerator.GetBytes(16);
        return string.Create(26, (milliseconds, chance), static (text, state) =>
        {
            for (var i = 0; i < 10; i++)
                text[i] = Alphabet[(int)(state.milliseconds >> (45 - (5 * i))) & 31];
            for (var i = 0; i < 16; i++)
                text[10 + i] = Alphabet[state.chance[i] & 31];
        });
    }
}
