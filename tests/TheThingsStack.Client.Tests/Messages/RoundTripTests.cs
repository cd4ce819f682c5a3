using CsCheck;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Messages;

public class RoundTripTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryMessage_RandomValues_TravelAsTheReferenceSays()
    {
        foreach (var message in ApiReference.Messages)
            Gen.ULong.Sample(seed => Check(message, seed), iter: 40, threads: 1, writeLine: _ => { });
        output.WriteLine($"{ApiReference.Messages.Count} messages");
        Assert.Equal(404, ApiReference.Messages.Count);
    }

    private static void Check(string message, ulong seed)
    {
        var access = MessageAccess.For(ClientTypes.Named(message));
        var sample = new SampleFactory(new Choices(seed, fill: 0.6, depth: 2, extremes: true)).Message(message);
        var written = access.Write(sample.Clr);
        JsonDiff.AssertEqual(sample.Json, JsonDiff.Parse(written), message);
        Assert.Equal(written, access.Write(access.Parse(written)));
    }
}
