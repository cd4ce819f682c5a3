using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace TheThingsStack.Generators.Tests.Reference;

/// <summary>Other references of real life: older and newer versions of this one, and other products' own.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const string Folder = "reference/corpus";

    [SharedFact(Folder)]
    public void OlderVersionsOfTheApi_Generated_CompileWithoutAMessage() => AssertCompile("TheThingsNetwork__*.json", 5, static diagnostic => diagnostic.Id == "none");

    [SharedFact(Folder)]
    public void HostedVersionOfTheApi_Generated_CompilesAndSaysWhatTheRulesDoNotKnow() => AssertCompile("TheThingsIndustries__*.json", 1, static diagnostic => diagnostic.Id == "TTS0009");

    [SharedFact(Folder)]
    public void ReferencesOfOtherProducts_Generated_CompileAndSayWhatCannotBe()
    {
        AssertCompile("[acg]*.json", 4, static diagnostic => diagnostic.Id == "TTS0006");
        AssertCompile("[lt]*.json", 2, static diagnostic => diagnostic.Id is "TTS0004" or "TTS0006");
    }

    private void AssertCompile(string pattern, int atLeast, Func<Diagnostic, bool> isExpected)
    {
        var files = Files(pattern).ToList();
        output.WriteLine($"{"file",-64}{"RPCs",6}{"bindings",10}{"messages",10}{"diagnostics",13}{"compiler",10}");
        foreach (var file in files)
        {
            var run = GeneratorRun.Of(File.ReadAllText(file));
            var model = (Generators.Model.ApiModel)run.Result.TrackedSteps[TrackingNames.Api].Single().Outputs.Single().Value;
            var messages = run.CompilerMessages();
            var methods = model.Services.SelectMany(static s => s.Methods).ToList();
            output.WriteLine($"{Path.GetFileName(file),-64}{methods.Count,6}{methods.Sum(static m => m.Bindings.Count),10}{model.Messages.Count,10}{run.Diagnostics.Length,13}{messages.Count,10}");
            foreach (var group in run.Diagnostics.GroupBy(static d => d.Id))
                output.WriteLine($"    {group.Count()} {group.Key}: {group.First().GetMessage()}");
            Assert.Empty(messages);
            Assert.DoesNotContain(run.Diagnostics, d => !isExpected(d));
        }

        Assert.InRange(files.Count, atLeast, 100);
    }

    private static IEnumerable<string> Files(string pattern)
    {
        var folder = Shared.Find(Folder)!;
        if (!pattern.StartsWith('['))
            return Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal);
        var first = pattern[1..pattern.IndexOf(']', StringComparison.Ordinal)];
        return Directory.GetFiles(folder).Where(file => first.Contains(Path.GetFileName(file)[0], StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }
}
