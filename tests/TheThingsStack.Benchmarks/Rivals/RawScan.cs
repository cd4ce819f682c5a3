using System.Text.Json;

namespace TheThingsStack.Benchmarks.Rivals;

/// <summary>The floor of reading: every token is looked at, none is kept.</summary>
internal static class RawScan
{
    public static int Count(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }
}
