using CsCheck;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;

namespace TheThingsStack.Client.Tests.Messages;

/// <summary>The server writes one thing in several ways; all of them are read, in every message.</summary>
public class LenientReadingTests
{
    [Theory]
    [InlineData(Variation.CamelCase)]
    [InlineData(Variation.EscapedNames)]
    [InlineData(Variation.CamelCase | Variation.EscapedNames)]
    [InlineData(Variation.SwappedNumbers)]
    [InlineData(Variation.SwappedEnums)]
    [InlineData(Variation.OtherBytes)]
    [InlineData(Variation.HexAsBase64)]
    [InlineData(Variation.Nulls)]
    [InlineData(Variation.UnknownMembers)]
    [InlineData(Variation.EscapedStrings)]
    [InlineData(Variation.Blanks)]
    [InlineData(Variation.CamelCase | Variation.SwappedNumbers | Variation.SwappedEnums | Variation.OtherBytes | Variation.Nulls | Variation.UnknownMembers | Variation.EscapedStrings | Variation.Blanks)]
    public void Message_InOtherWords_IsReadAsTheSame(Variation variation)
    {
        foreach (var message in ApiReference.Messages)
            Gen.ULong.Sample(seed => Check(message, seed, variation), iter: 8, threads: 1, writeLine: _ => { });
    }

    private static void Check(string message, ulong seed, Variation variation)
    {
        var access = MessageAccess.For(ClientTypes.Named(message));
        var sample = new SampleFactory(new Choices(seed, fill: 0.8, depth: 1, extremes: true)).Message(message);
        var variant = VariantWriter.Write(message, sample.Json!, variation);
        JsonDiff.AssertEqual(sample.Json, JsonDiff.Parse(access.Write(access.Parse(variant))), message);
    }
}
