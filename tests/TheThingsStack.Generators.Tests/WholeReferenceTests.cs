using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace TheThingsStack.Generators.Tests;

public sealed class WholeReferenceTests(ITestOutputHelper output)
{
    [Fact]
    public void EmbeddedReference_Generated_CompilesWithoutAWord()
    {
        var run = GeneratorRun.Of();
        output.WriteLine($"{run.Sources.Length} files, {run.Sources.Sum(s => (long)s.SourceText.Length):N0} characters");
        var messages = run.CompilerMessages();
        foreach (var m in messages.Take(40)) output.WriteLine(m.ToString());
        foreach (var d in run.Diagnostics.Take(40)) output.WriteLine(d.ToString());
        foreach (var s in run.Sources) { Directory.CreateDirectory("/tmp/gen"); File.WriteAllText("/tmp/gen/" + s.HintName, s.SourceText.ToString()); }
        Assert.Empty(messages);
    }
}
