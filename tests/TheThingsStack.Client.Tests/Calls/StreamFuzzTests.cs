using System.Diagnostics;
using System.Text;
using TheThingsStack.Client.Tests.Messages;
using TheThingsStack.Client.Tests.Samples;
using TheThingsStack.V3;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>
/// Whatever a stream is made of and however it arrives, it ends, or ends in a <see cref="TheThingsStackException"/>. <c>FUZZ_COUNT</c> and
/// <c>FUZZ_SEED</c> ask for more damage, or for other; a failure names the number that shows it.
/// </summary>
public sealed class StreamFuzzTests(ITestOutputHelper output)
{
    private const int MaxLine = 16 * 1024 * 1024;

    [Fact]
    public async Task Stream_Mutated_EndsAloneOrInADocumentedException()
    {
        var (first, count) = (Fuzzing.Seed, Fuzzing.Count(1_000));
        var (events, ended, refused, slowest) = (0, 0, 0, TimeSpan.Zero);
        for (var i = first; i < first + count; i++)
        {
            var clock = Stopwatch.StartNew();
            var body = Body(new Choices((ulong)i, fill: 0.7, depth: 1, extremes: true));
            var (written, failure) = await ReadAsync(body, i, new Choices((ulong)i, fill: 1, depth: 0, extremes: false));
            var again = await ReadAsync(body, i, new Choices(~(ulong)i, fill: 1, depth: 0, extremes: false));
            Assert.True((written.Count, failure) == (again.Written.Count, again.Failure) && written.SequenceEqual(again.Written), $"{i}: other pieces, another outcome");
            events += written.Count;
            _ = failure is null ? ended++ : refused++;
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
        }

        output.WriteLine($"{count} damaged streams from number {first}: {events} events, {ended} ended, {refused} refused; the slowest took {slowest.TotalMilliseconds:F0} ms");
        Assert.All([events, ended, refused], n => Assert.True(n > count / 20));
        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("x")]
    [InlineData(" ")]
    [InlineData("{\"result\":")]
    [InlineData("\"\\ud800")]
    public async Task Stream_OfALineWithoutEnd_IsRefusedAtTheLimit(string text)
    {
        using var handler = new PiecewiseHandler(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, 10_000))), new Choices(1, fill: 1, depth: 0, extremes: false), endless: true);
        using var http = new HttpClient(handler);
        using var client = Client(http);
        await Assert.ThrowsAsync<TheThingsStackException>(async () =>
        {
            await foreach (var item in client.Events.StreamAsync(new()))
                Assert.Fail($"{item} is no event.");
        });
        Assert.InRange(handler.Taken, MaxLine, MaxLine + 128 * 1024);
    }

    private static byte[] Body(Choices choices)
    {
        if (choices.Next(20) == 0)
            return choices.Bytes(choices.Next(300));
        List<byte> body = [];
        for (var lines = 1 + choices.Next(4); lines > 0; lines--)
        {
            var sample = new SampleFactory(choices).Message("Event");
            body.AddRange([.. "{\"result\":"u8, .. VariantWriter.Write("Event", sample.Json!, Variation.None), .. "}\n"u8]);
        }

        if (choices.Next(8) == 0)
            body.AddRange("{\"error\":{\"code\":7,\"message\":\"m\",\"details\":[{\"@type\":\"x/ttn.lorawan.v3.ErrorDetails\",\"cause\":{\"name\":\"n\"}}]}}\n"u8);
        for (var mutations = choices.Next(4); mutations > 0; mutations--)
            Damage.Apply(body, choices);
        return [.. body];
    }

    private static async Task<(List<string> Written, string? Failure)> ReadAsync(byte[] body, int seed, Choices pieces)
    {
        using var handler = new PiecewiseHandler(body, pieces);
        using var http = new HttpClient(handler);
        using var client = Client(http);
        List<string> written = [];
        try
        {
            await foreach (var item in client.Events.StreamAsync(new()))
            {
                written.Add(MessageJson.ToText(item));
                JsonDiff.Parse(Encoding.UTF8.GetBytes(written[^1]));
            }
        }
        catch (TheThingsStackException e)
        {
            return (written, e.Message);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{seed}: {e.GetType().Name} on {Encoding.UTF8.GetString(body)}", e);
        }

        return (written, null);
    }

    private static TheThingsStackClient Client(HttpClient http) =>
        new(new TheThingsStackOptions { Address = "https://host.example.com", ApiKey = "key", UserAgent = new("client-tests", "1.2") }, http);
}
