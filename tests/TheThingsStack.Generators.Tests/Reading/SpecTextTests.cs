using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Reading;

public sealed class SpecTextTests
{
    [Theory]
    [InlineData("{\"a\":1,\"a\":2}", 0, 7)]
    [InlineData("{\n  \"a\": 1,\n  \"a\": 2\n}", 2, 2)]
    [InlineData("{\r\n  \"a\": 1,\r\n  \"a\": 2\r\n}", 2, 2)]
    [InlineData("{\"a\":\"äöü\",\"a\":2}", 0, 11)]
    [InlineData("{\"a\":\"中文\",\"a\":2}", 0, 10)]
    [InlineData("{\"a\":\"😀\",\"a\":2}", 0, 10)]
    [InlineData("{\"中\":1,\n\"ä\":1, \"中\":2}", 1, 7)]
    public void Position_OfAFault_CountsLinesAndCharacters(string json, int line, int column)
    {
        var (_, faults) = Read.Text(json);

        var fault = Assert.Single(faults);
        Assert.Equal((FaultKind.DuplicateKey, line, column), (fault.Kind, fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("   ", 0, 3)]
    [InlineData("// nothing", 0, 10)]
    [InlineData("{", 0, 1)]
    [InlineData("{\"a\"", 0, 4)]
    [InlineData("{\"a\":\n  tru", 1, 5)]
    [InlineData("{\"a\": 1}}", 0, 8)]
    [InlineData("{\"ä\":\"😀\", x}", 0, 11)]
    [InlineData("{\n\"ä\": 1,\n\"ö\": \"中\" \"\"}", 2, 9)]
    [InlineData("[1,2", 0, 4)]
    [InlineData("{\"a\":1}\n {}", 1, 1)]
    [InlineData("{'a':1}", 0, 1)]
    [InlineData("nul", 0, 3)]
    public void Parse_TextThatIsNotJson_IsAFaultWhereItBreaks(string json, int line, int column)
    {
        var (root, faults) = Read.Text(json);

        Assert.Null(root);
        var fault = Assert.Single(faults);
        Assert.Equal((FaultKind.NotJson, line, column), (fault.Kind, fault.Line, fault.Column));
        Assert.NotEmpty(fault.Argument);
        Assert.DoesNotContain("LineNumber", fault.Argument, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"a\":\"x\\udc00\"}")]
    [InlineData("{\"\\ud800\":1}")]
    public void Parse_HalfOfASurrogatePair_IsAFault(string json)
    {
        var (root, faults) = Read.Text(json);

        Assert.Null(root);
        Assert.Equal(FaultKind.NotJson, Assert.Single(faults).Kind);
    }

    [Fact]
    public void Parse_ByteOrderMark_IsPassedOver()
    {
        var (root, faults) = Read.Text("\uFEFF{\"a\":1,\"a\":2}");

        Assert.Equal("1", root!["a"]!.Text);
        Assert.Equal(7, Assert.Single(faults).Column);
    }

    [Fact]
    public void Parse_CommentsAndTrailingCommas_AreTaken()
    {
        var (root, faults) = Read.Text("/* a */ { // b\n \"a\": [1, 2,], }");

        Assert.Empty(faults);
        Assert.Equal(["1", "2"], root!["a"]!.Items.Select(static i => i.Text));
    }

    [Theory]
    [InlineData(256, 0)]
    [InlineData(257, 1)]
    public void Parse_Depth_HasALimitThatIsAFault(int depth, int faults)
    {
        var (root, found) = Read.Text(new string('[', depth) + new string(']', depth));

        Assert.Equal(faults, found.Count);
        Assert.Equal(faults == 0, root is not null);
        Assert.All(found, static f => Assert.Equal(FaultKind.NotJson, f.Kind));
    }

    [Fact]
    public void Parse_DuplicateKeys_TheFirstCounts()
    {
        var (root, faults) = Read.Text("""{"a":1,"b":{"a":1},"a":2,"a":3}""");

        Assert.Equal("1", root!["a"]!.Text);
        Assert.Equal(["a", "a"], faults.Select(static f => f.Argument));
    }

    [Fact]
    public void Parse_EveryKindOfValue_KeepsItsText()
    {
        var (root, faults) = Read.Text("""{"n":null,"t":true,"f":false,"i":-12.5e3,"s":"a\u00e4\n","l":[],"o":{}}""");

        Assert.Empty(faults);
        Assert.Equal(
            [(SpecNodeKind.Null, null), (SpecNodeKind.Boolean, "true"), (SpecNodeKind.Boolean, "false"), (SpecNodeKind.Number, "-12.5e3"),
                (SpecNodeKind.Text, "aä\n"), (SpecNodeKind.List, null), (SpecNodeKind.Object, null)],
            root!.Members.Select(static m => (m.Value.Kind, m.Value.Text)));
        Assert.True(root["t"]!.IsTrue);
        Assert.False(root["s"]!.IsTrue);
        Assert.Null(root["missing"]);
        Assert.Null(root["s"]!["below"]);
        Assert.Null(root.TextOf("i"));
    }

    [Fact]
    public void Parse_ManyFaults_AreCutOff()
    {
        var (_, faults) = Read.Text("{" + string.Join(",\n", Enumerable.Repeat("\"a\":1", 1000)) + "}");

        Assert.Equal(201, faults.Count);
        Assert.Equal("to list more than 200 faults of one reference; there are others from here on", faults[200].Argument);
    }

    [Fact]
    public void Parse_Cancelled_PassesOn() =>
        Assert.Throws<OperationCanceledException>(static () => SpecText.Parse("{}"u8.ToArray(), new FaultList(), new CancellationToken(true)));
}
