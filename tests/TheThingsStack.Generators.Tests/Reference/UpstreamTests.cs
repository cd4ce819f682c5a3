using TheThingsStack.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace TheThingsStack.Generators.Tests.Reference;

public sealed class UpstreamTests(ITestOutputHelper output)
{
    [SharedFact(Shared.Upstream)]
    public void UpstreamReference_Generated_HasThePublicApiOfTheEmbeddedOne()
    {
        var embedded = PublicApi.Of(GeneratorRun.Of().Output);
        var upstreamRun = GeneratorRun.Of(File.ReadAllText(Shared.Find(Shared.Upstream)!));
        var upstream = PublicApi.Of(upstreamRun.Output);
        output.WriteLine($"{embedded.Count} types and members of the embedded reference, {upstream.Count} of upstream's");
        foreach (var d in upstreamRun.Diagnostics.Take(50)) output.WriteLine(d.ToString());
        File.WriteAllLines("/tmp/gt_missing.txt", embedded.Except(upstream));
        File.WriteAllLines("/tmp/gt_extra.txt", upstream.Except(embedded));
        var e2 = GeneratorRun.Of().Sources.ToDictionary(x => x.HintName, x => string.Join(" ", x.SyntaxTree.GetRoot().DescendantTokens().Select(t => t.Text)));
        var u2 = upstreamRun.Sources.ToDictionary(x => x.HintName, x => string.Join(" ", x.SyntaxTree.GetRoot().DescendantTokens().Select(t => t.Text)));
        File.WriteAllLines("/tmp/gt_code.txt", e2.Where(k => u2.GetValueOrDefault(k.Key) != k.Value).SelectMany(k => new[] { k.Key, k.Value, u2.GetValueOrDefault(k.Key) ?? "-" }));
        Assert.Empty(embedded.Except(upstream));
        Assert.Empty(upstream.Except(embedded));
    }
}
