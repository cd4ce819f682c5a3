using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace TheThingsStack.Generators.Tests.Reference;

public sealed class CorpusTests(ITestOutputHelper output)
{
    [SharedFact("reference/corpus")]
    public void Corpus()
    {
        foreach (var file in Directory.GetFiles(Shared.Find("reference/corpus")!).Order())
        {
            var run = GeneratorRun.Of(File.ReadAllText(file));
            var messages = run.CompilerMessages();
            output.WriteLine($"{Path.GetFileName(file),-60} files {run.Sources.Length} diags {run.Diagnostics.Length} compile {messages.Count}");
            foreach (var d in run.Diagnostics.GroupBy(d => d.Id)) output.WriteLine($"   {d.Key} x{d.Count()} " + string.Join(" | ", d.Take(4).Select(x => x.GetMessage())));
            foreach (var d in messages.GroupBy(d => d.Id)) output.WriteLine($"   {d.Key} x{d.Count()} " + string.Join(" | ", d.Take(3).Select(x => x.ToString())));
        }
    }
}
