using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>No sentence of upstream's in our spec, and nothing without a text of our own.</summary>
public sealed partial class ProseTests
{
    private const int LongestName = 3;
    private static readonly string[] Members = ["title", "summary", "description"];

    [SharedFact]
    public void Descriptions_OfTheSpec_HoldNoSentenceOfUpstreams()
    {
        var upstream = Texts(SharedFolder.Upstream()).SelectMany(Sentences).Select(Words).Where(w => w.Split(' ').Length > LongestName).ToHashSet();
        var ours = Texts(SharedFolder.OpenApi()).Concat(Texts(SharedFolder.Rules())).ToHashSet();

        Assert.True(upstream.Count > 2000 && ours.Count > 2000);
        Assert.All(ours, text =>
        {
            var words = $" {Words(text)} ";
            Assert.DoesNotContain(upstream, sentence => words.Contains($" {sentence} ", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Spec_Everywhere_HasDescriptions()
    {
        var output = new StringWriter();

        var code = Tool.Run(["check", "--spec", SharedFolder.Spec], output, TextWriter.Null);

        Assert.Equal(0, code);
        Assert.DoesNotContain("\n  ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("operations: 322 of 322 described", output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A text as a whole, and each line and sentence of it.</summary>
    private static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(text).Append(text);

    /// <summary>Lower case, one blank between words, nothing else.</summary>
    private static string Words(string text) => NoWord().Replace(text.ToLowerInvariant(), " ").Trim();

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m =>
            m.Value is JsonValue value && Members.Contains(m.Key) && value.TryGetValue<string>(out var text) ? [text]
            : m.Key == "x-enum-descriptions" ? m.Value!.AsObject().Select(v => (string)v.Value!)
            : Texts(m.Value)),
        JsonArray items => items.SelectMany(Texts),
        _ => [],
    };

    [GeneratedRegex(@"\n|(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoWord();
}
