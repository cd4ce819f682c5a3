using System.Text;
using System.Text.Json;
using TheThingsStack.Generators.Reading;
using TheThingsStack.Generators.Tests.Cases;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Reading;

public sealed class SpecSourceTests
{
    private const string Mark = "\u007F";

    [Theory]
    [InlineData("""{"description":"A thing."}""", """{"description":"#0"}""")]
    [InlineData("""{"summary" : "A", "description":"" }""", """{"summary" : "#0", "description":"#1" }""")]
    [InlineData("{\"description\"\r\n:\t\"A\"}", "{\"description\"\r\n:\t\"#0\"}")]
    [InlineData("""[{"description":"äöü 中文 😀"},{"description":"B"}]""", """[{"description":"#0"},{"description":"#1"}]""")]
    [InlineData("""{"description":"\"quoted\" \\ \/ \b\f\n\r\t \u00e4"}""", """{"description":"#0"}""")]
    [InlineData("""{"summary":"A","x":"B","summary":"C"}""", """{"summary":"#0","x":"B","summary":"#1"}""")]
    public void Outline_HasNumbersForSentences(string json, string outline) =>
        Assert.Equal(outline.Replace("#", Mark + "00000000", StringComparison.Ordinal), Encoding.UTF8.GetString(SpecSource.Of(json).Outline.Bytes));

    [Theory]
    [InlineData("""{"description":{"type":"string"},"summary":1}""")]
    [InlineData("""{"name":"description","in":"query"}""")]
    [InlineData("""{"enum":["description","summary"]}""")]
    [InlineData("""{"x":"\"description\":\"A\""}""")]
    [InlineData("""{"x":"description","y":"A"}""")]
    [InlineData("""{"title":"A","x-description":"B"}""")]
    [InlineData("{\"description\":\"A\nB\"}")]
    [InlineData("""{"description":"\ud83d\ude00"}""")]
    [InlineData("""{"description":"\uD83D"}""")]
    [InlineData("""{"description":"\q"}""")]
    [InlineData("""{"description":"\u00e"}""")]
    [InlineData("""{"description":"\u""")]
    [InlineData("""{"description":"\""")]
    [InlineData("""{"description":"\u+0e4"}""")]
    [InlineData("""{"description":"A""")]
    [InlineData("""{"description" """)]
    [InlineData("""{"description":""")]
    [InlineData("""{"description" "A"}""")]
    [InlineData("""{ /* "description":"A */ }""")]
    [InlineData("")]
    public void Outline_KeepsWhatIsNoSentence_OrNotSurelyOne(string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(SpecSource.Of(json).Outline.Bytes));

    [Theory]
    [InlineData("\"A thing.\"")]
    [InlineData("\"\"")]
    [InlineData("\"äöü 中文 😀\"")]
    [InlineData("""  "\"quoted\" \\ \/ \b\f\n\r\t \u00e4\u003c" """)]
    [InlineData("\"\u007F1\"")]
    public void Original_OfANumber_IsTheSentence(string sentence)
    {
        var source = SpecSource.Of($$"""[{"description":"first"},{"description":{{sentence}}}]""");

        Assert.Equal("first", source.Original(Mark + "0"));
        Assert.Equal(JsonSerializer.Deserialize<string>(sentence), source.Original(Mark + "1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData(Mark)]
    [InlineData(Mark + "1")]
    [InlineData(Mark + "-0")]
    [InlineData(Mark + " 0")]
    [InlineData(Mark + "99999999999")]
    public void Original_OfAnyOtherText_IsTheText(string? text) =>
        Assert.Equal(text, SpecSource.Of("""{"description":"A"}""").Original(text));

    [Theory]
    [InlineData("""{"swagger":"2.0","paths":{},"info":{"description":"A sentence."},"x":1,"x":2}""")]
    [InlineData("""{"swagger":"2.0","info":{"description":"äöü 中文 😀"},"paths":{"x":{"description":"B"}},"paths":{}}""")]
    [InlineData("{\"swagger\":\"2.0\",\n\"info\":{\"description\":\"A\"},\"paths\":{\"/a\":{\"get\":{\"summary\":\"\",\"responses\":1}}}}")]
    [InlineData("""{"swagger":"2.0","info":{"description":"A sentence."}, x}""")]
    [InlineData("""{"swagger":"2.0","info":{"description":"A sentence."}""")]
    [InlineData("""{ /* "description": "A */ "swagger": "2.0", "description": "B", "paths": [] }""")]
    [InlineData("{ // \"description\": \"A\n \"swagger\": \"2.0\", \"x\": \"\", \"paths\": [] }")]
    [InlineData("""{"swagger":"2.0","definitions":{"A":{"description":"A","type":"text"},"description":"B","summary":"C"}}""")]
    public void Outline_WithItsSentences_SaysWhatTheWholeSays(string json) => Outlines.AssertSayTheSame(json);

    [Theory]
    [MemberData(nameof(AllCases))]
    public void Outline_OfACase_SaysWhatTheWholeSays(string name) => Outlines.AssertSayTheSame(new Case(name).Reference);

    [SharedFact("reference/corpus")]
    public void Outlines_OfRealReferences_SayWhatTheyDo()
    {
        foreach (var file in Directory.GetFiles(Shared.Find("reference/corpus")!, "*.json"))
            Outlines.AssertSayTheSame(File.ReadAllText(file));
    }

    public static TheoryData<string> AllCases => [.. Case.Names];
}
