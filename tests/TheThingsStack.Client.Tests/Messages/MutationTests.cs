using System.Text.Json;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Messages;

/// <summary>
/// Whatever arrives, reading it ends in a message or in a <see cref="JsonException"/>. <c>FUZZ_COUNT</c> and <c>FUZZ_SEED</c> ask for more
/// damage, or for other; a failure names the number that shows it.
/// </summary>
public class MutationTests(ITestOutputHelper output)
{
    [Fact]
    public void Message_Mutated_IsReadOrRefusedAsJson()
    {
        var (first, count) = (Fuzzing.Seed, Fuzzing.Count(10_000));
        var (read, refused) = (0, 0);
        for (var i = first; i < first + count; i++)
        {
            var choices = new Choices((ulong)i, fill: 0.7, depth: 1, extremes: true);
            var message = choices.OneOf(ApiReference.Messages);
            var sample = new SampleFactory(choices).Message(message);
            var utf8 = VariantWriter.Write(message, sample.Json!, Variation.None).ToList();
            for (var mutations = 1 + choices.Next(3); mutations > 0; mutations--)
                Damage.Apply(utf8, choices);
            _ = TryRead(message, [.. utf8], i) ? read++ : refused++;
        }

        output.WriteLine($"{count} damaged messages from number {first}: {read} read, {refused} refused");
        Assert.All([read, refused], n => Assert.True(n > count / 20));
    }

    [Fact]
    public void Bytes_AtRandom_AreReadOrRefusedAsJson()
    {
        var first = Fuzzing.Seed;
        for (var i = first; i < first + Fuzzing.Count(5_000); i++)
        {
            var choices = new Choices((ulong)i, fill: 1, depth: 0, extremes: true);
            TryRead(choices.OneOf(ApiReference.Messages), choices.Bytes(choices.Next(60)), i);
        }
    }

    // What was read is written as JSON without a name that stands twice, which is read as the same; a oneof of which the sender set two members is not written.
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
            var written = access.Write(clr);
            JsonDiff.Parse(written);
            Assert.Equal(written, access.Write(access.Parse(written)));
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
}
