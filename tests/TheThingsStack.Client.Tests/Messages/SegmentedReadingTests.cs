using System.Text.Json;
using CsCheck;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using TheThingsStack.Tests.Json;

namespace TheThingsStack.Client.Tests.Messages;

/// <summary>JSON in pieces, cut anywhere: within names, numbers, escapes and characters of several bytes.</summary>
public class SegmentedReadingTests
{
    [Fact]
    public void Message_CutAnywhere_IsReadAsTheWhole()
    {
        foreach (var message in ApiReference.Messages)
            Gen.ULong.Sample(seed => Check(message, seed), iter: 10, threads: 1, writeLine: _ => { });
    }

    private static void Check(string message, ulong seed)
    {
        var choices = new Choices(seed, fill: 0.8, depth: 1, extremes: true);
        var access = MessageAccess.For(ClientTypes.Named(message));
        var sample = new SampleFactory(choices).Message(message);
        var utf8 = VariantWriter.Write(message, sample.Json!, choices.OneOf([Variation.None, Variation.CamelCase, Variation.EscapedNames, Variation.SwappedNumbers, Variation.EscapedStrings]));
        var reader = new Utf8JsonReader(Cut.Of(utf8, 1 + choices.Next(9)));
        reader.Read();
        JsonDiff.AssertEqual(sample.Json, JsonDiff.Parse(access.Write(access.Read(ref reader))), message);
    }
}
