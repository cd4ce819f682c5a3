using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace TheThingsStack.Generators.Tests.Reference;

/// <summary>The server's own reference, without what <c>spec/</c> puts right, gives the same client: the generator and its rules put it right.</summary>
[Collection(WholeReferenceCollection.Name)]
public sealed class UpstreamTests(WholeReference reference, ITestOutputHelper output)
{
    [SharedFact(Shared.Upstream)]
    public void UpstreamReference_Generated_IsTheSameClient()
    {
        var upstream = GeneratorRun.Of(File.ReadAllText(Shared.Find(Shared.Upstream)!));

        Assert.Empty(upstream.Diagnostics);
        var expected = PublicApi.Of(reference.Run.Output);
        var actual = PublicApi.Of(upstream.Output);
        output.WriteLine($"{expected.Count} public types and members compared, {expected.Except(actual).Count()} missing, {actual.Except(expected).Count()} more");
        Assert.Empty(expected.Except(actual));
        Assert.Empty(actual.Except(expected));

        // Not only what can be seen: names on the wire, encodings, routes and numbers too. All that differs is prose.
        var code = Code(reference.Run);
        output.WriteLine($"{code.Count} files compared without their comments, {code.Sum(static f => f.Value.Length):N0} characters");
        Assert.Equal(code, Code(upstream));
    }

    private static SortedDictionary<string, string> Code(GeneratorRun run) => new(
        run.Sources.ToDictionary(static s => s.HintName, static s => string.Join(' ', s.SyntaxTree.GetRoot().DescendantTokens().Select(static t => t.Text))), StringComparer.Ordinal);
}
