using System.Text.Json;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Messages;

/// <summary>Whatever arrives, reading it ends in a message or in a <see cref="JsonException"/>.</summary>
public class MutationTests(ITestOutputHelper output)
{
    private static readonly byte[][] s_tokens =
    [
        .. new[]
        {
            "null", "true", "{}", "[]", "\"\"", "0", "-1", "1e400", "1e-400", "-0", "18446744073709551616", "1.5", "\"NaN\"", "\"1e3\"", "{\"a\":", "[[[[", "}", "]", ",", ":", "\"",
            "\"\\ud800\"", "\"\\udc00\\ud800\"", "\\ud83d", "\\u0000", "\"@type\":", "\"paths\":", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:60Z\"", "\"-9999999999999s\"", "// x\n",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0xff, 0xfe], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0], [0x0a],
    ];

    [Fact]
    public void Message_Mutated_IsReadOrRefusedAsJson()
    {
        var (read, refused) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var choices = new Choices((ulong)i, fill: 0.7, depth: 1, extremes: true);
            var message = choices.OneOf(ApiReference.Messages);
            var sample = new SampleFactory(choices).Message(message);
            var utf8 = VariantWriter.Write(message, sample.Json!, Variation.None).ToList();
            for (var mutations = 1 + choices.Next(3); mutations > 0; mutations--)
                Mutate(utf8, choices);
            _ = TryRead(message, [.. utf8], i) ? read++ : refused++;
        }

        output.WriteLine($"{read} read, {refused} refused");
        Assert.All([read, refused], count => Assert.True(count > 1000));
    }

    [Fact]
    public void Bytes_AtRandom_AreReadOrRefusedAsJson()
    {
        for (var i = 0; i < 5_000; i++)
        {
            var choices = new Choices((ulong)i, fill: 1, depth: 0, extremes: true);
            TryRead(choices.OneOf(ApiReference.Messages), choices.Bytes(choices.Next(60)), i);
        }
    }

    // What was read can be looked at and written; a oneof of which the sender set two members cannot.
    private static bool TryRead(string message, byte[] utf8, int seed)
    {
        var access = MessageAccess.For(ClientTypes.Named(message));
        object clr;
        try
        {
            clr = access.Parse(utf8);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"seed {seed}, {message}: {e.GetType().Name} on {System.Text.Encoding.UTF8.GetString(utf8)}", e);
        }

        try
        {
            access.Write(clr);
        }
        catch (InvalidOperationException e) when (e.Message.Contains("oneof", StringComparison.Ordinal))
        {
            return true;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"seed {seed}, {message}: writing throws {e.GetType().Name} after {System.Text.Encoding.UTF8.GetString(utf8)}", e);
        }

        return true;
    }

    private static void Mutate(List<byte> utf8, Choices choices)
    {
        var at = choices.Next(utf8.Count);
        switch (choices.Next(6))
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
            case 4:
                ReplaceValue(utf8, at, choices);
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
}
