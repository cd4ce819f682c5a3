using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace TheThingsStack.Generators.Tests.Reference;

/// <summary>Other references of real life: older and newer versions of this one, and other products' own.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const string Folder = "reference/corpus";

    [SharedFact(Folder)]
    public void OlderVersionsOfTheApi_Generated_CompileWithoutAMessage() => AssertCompile(Files("TheThingsNetwork__*.json"), 5);

    [SharedFact(Folder)]
    public void HostedVersionOfTheApi_Generated_CompilesAndSaysWhatTheRulesDoNotKnow() => AssertCompile(Files("TheThingsIndustries__*.json"), 1, "TTS0009");

    [SharedFact(Folder)]
    public void ReferencesOfOtherProducts_Generated_CompileAndSayWhatCannotBe()
    {
        AssertCompile(Files("*.json").Where(static file => "acg".Contains(Path.GetFileName(file)[0], StringComparison.Ordinal)), 4, "TTS0006");
        AssertCompile(Files("*.json").Where(static file => "lt".Contains(Path.GetFileName(file)[0], StringComparison.Ordinal)), 2, "TTS0004", "TTS0006");
    }

    /// <summary>For references that are not here: every JSON file below a folder that the variable names.</summary>
    [VariableFact("REFERENCES")]
    public void ReferencesOfAFolder_Generated_Compile() => AssertCompile(
        Directory.GetFiles(Environment.GetEnvironmentVariable("REFERENCES")!, "*.json", SearchOption.AllDirectories),
        1, "TTS0003", "TTS0004", "TTS0005", "TTS0006", "TTS0007", "TTS0009");

    private void AssertCompile(IEnumerable<string> files, int atLeast, params string[] expected)
    {
        output.WriteLine($"{"file",-64}{"operations",11}{"RPCs",6}{"messages",9}{"enums",6}{"diagnostics",12}{"compiler",10}");
        var count = 0;
        foreach (var (file, model, run, messages) in files.Order(StringComparer.Ordinal).Select(Generate))
        {
            count++;
            var methods = model.Services.SelectMany(static s => s.Methods).ToList();
            var compiled = messages.Count == 0 ? "clean" : $"{messages.Count} wrong";
            output.WriteLine($"{Path.GetFileName(file),-64}{methods.Sum(static m => m.Bindings.Count),11}{methods.Count,6}{model.Messages.Count,9}{model.Enums.Count,6}{run.Diagnostics.Length,12}{compiled,10}");
            foreach (var group in run.Diagnostics.GroupBy(static d => d.Id))
                output.WriteLine($"    {group.Count()} {group.Key}: {group.First().GetMessage()}");
            Assert.Empty(messages);
            Assert.All(run.Diagnostics, d => Assert.Contains(d.Id, expected));
        }

        Assert.InRange(count, atLeast, 10_000);
    }

    private static (string File, Model.ApiModel Model, GeneratorRun Run, IReadOnlyList<Diagnostic> Messages) Generate(string file)
    {
        var run = GeneratorRun.Of(File.ReadAllText(file));
        return (file, (Model.ApiModel)run.Result.TrackedSteps[TrackingNames.Api].Single().Outputs.Single().Value, run, run.CompilerMessages());
    }

    private static string[] Files(string pattern) => Directory.GetFiles(Shared.Find(Folder)!, pattern);
}
