using System.Text;

namespace TheThingsStack.Client.Tests.Samples;

/// <summary>Damages JSON in small ways that chance picks: bytes, tokens and members are lost, doubled or replaced.</summary>
internal static class Damage
{
    private static readonly byte[][] s_tokens =
    [
        .. new[]
        {
            "null", "true", "{}", "[]", "\"\"", "0", "-1", "1e400", "1e-400", "-0", "18446744073709551616", "1.5", "\"NaN\"", "\"1e3\"", "{\"a\":", "[[[[", "}", "]", ",", ":", "\"",
            "\"\\ud800\"", "\"\\udc00\\ud800\"", "\\ud83d", "\\u0000", "\"@type\":", "\"paths\":", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:60Z\"", "\"-9999999999999s\"", "// x\n",
            "\"@type\":1,", "\"a\":{\"b\":1,\"b\":2}", "\"a\\\\\":0,", "1e999999999", "-0.0000000000000000001", "0e5", "00", "\"-0\"",
        }.Select(Encoding.UTF8.GetBytes),
        Repeated("[", 80), Repeated("{\"a\":", 80), Repeated("{\"cause\":", 40), Repeated("9", 400), [(byte)'"', .. Repeated("x", 70_000), (byte)'"'],
        [0xff, 0xfe], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0], [0x0a],
    ];

    private static readonly byte[][] s_values = [.. new[] { "null", "true", "{}", "[]", "0", "\"x\"", "{\"a\":1,\"a\":\"\\u0061\"}", "[{\"\\u0061\":1,\"a\":2}]" }.Select(Encoding.UTF8.GetBytes)];

    public static void Apply(List<byte> utf8, Choices choices)
    {
        var at = choices.Next(utf8.Count);
        switch (choices.Next(11))
        {
            case 0:
                utf8[at] = (byte)choices.Next(256);
                break;
            case 1:
                utf8.RemoveRange(at, Math.Min(1 + choices.Next(8), utf8.Count - at));
                break;
            case 2:
                utf8.InsertRange(at, choices.OneOf(s_tokens));
                break;
            case 3:
                utf8.InsertRange(at, utf8.GetRange(at, Math.Min(1 + choices.Next(60), utf8.Count - at)));
                break;
            case 4 or 8:
                ReplaceValue(utf8, at, choices);
                break;
            case 5 or 9 or 10:
                RepeatMember(utf8, at, choices);
                break;
            case 6:
                utf8.RemoveRange(at, utf8.Count - at);
                break;
            default:
                utf8.RemoveRange(at, utf8.Count - at);
                utf8.AddRange(choices.OneOf(s_tokens));
                break;
        }

        if (utf8.Count == 0)
            utf8.Add((byte)'{');
    }

    // The token after the next colon becomes another one: still JSON, but not of this type.
    private static void ReplaceValue(List<byte> utf8, int from, Choices choices)
    {
        var colon = utf8.IndexOf((byte)':', from);
        if (colon < 0)
            return;
        var end = utf8.FindIndex(colon, b => b is (byte)',' or (byte)'}' or (byte)']');
        if (end < 0)
            return;
        utf8.RemoveRange(colon + 1, end - colon - 1);
        utf8.InsertRange(colon + 1, choices.OneOf(s_tokens));
    }

    // The next member stands twice, often with another value: still JSON, but not what JSON ought to be.
    private static void RepeatMember(List<byte> utf8, int from, Choices choices)
    {
        var name = utf8.FindIndex(from, b => b is (byte)'{' or (byte)',') + 1;
        var colon = name > 0 ? utf8.IndexOf((byte)':', name) : -1;
        if (colon < 0 || utf8[name] != '"')
            return;
        List<byte> member = [.. utf8.GetRange(name, colon - name), (byte)':', .. choices.OneOf(s_values), (byte)','];
        utf8.InsertRange(name, member);
        if (choices.Next(2) == 0)
            utf8.InsertRange(name, member);
    }

    private static byte[] Repeated(string text, int count) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, count)));
}
