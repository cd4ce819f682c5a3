using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using TheThingsStack.Json;

namespace TheThingsStack.Tests.Json;

public class PropertyTableTests
{
    private static readonly PropertyTable s_table = new("ids\0dev_eui\0rx1_delay\0supports_32_bit_f_cnt\0application_server_address\0application_server_kek_label\0Payload\0ümläut");

    [Theory]
    [InlineData("ids", 0)]
    [InlineData("dev_eui", 1)]
    [InlineData("devEui", 1)]
    [InlineData("rx1_delay", 2)]
    [InlineData("rx1Delay", 2)]
    [InlineData("supports_32_bit_f_cnt", 3)]
    [InlineData("supports32BitFCnt", 3)]
    [InlineData("application_server_address", 4)]
    [InlineData("applicationServerKekLabel", 5)]
    [InlineData("Payload", 6)]
    [InlineData("ümläut", 7)]
    public void Next_NameOfTheTable_IsFoundInEveryWriting(string name, int index)
    {
        var escaped = string.Concat(name.Select(c => $"\\u{(int)c:x4}"));
        foreach (var written in new[] { name, escaped, $"\\u{(int)name[0]:X4}{name[1..]}" })
        {
            Assert.Equal([(index, "1")], Read(s_table, $$"""{"{{written}}":1}"""));
            foreach (var pieces in Cut.EveryWay($$"""{"{{written}}":1}"""))
                Assert.Equal([(index, "1")], Read(s_table, pieces));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("id")]
    [InlineData("idss")]
    [InlineData("IDS")]
    [InlineData("Ids")]
    [InlineData("dev_Eui")]
    [InlineData("DevEui")]
    [InlineData("dev__eui")]
    [InlineData("supports_32BitFCnt")]
    [InlineData("application_server_addresz")]
    [InlineData("payload")]
    public void Next_OtherNames_ArePassedOverWithWhatIsInThem(string name)
    {
        Assert.Equal([(0, "7")], Read(s_table, $$"""{"{{name}}":{"ids":[1,{"ids":2}]},"ids":7}"""));
        Assert.Equal([(0, "7")], Read(s_table, $$"""{"ids":7,"{{name}}":"x"}"""));
    }

    [Fact]
    public void Next_VeryLongNames_ArePassedOver() =>
        Assert.Equal([(0, "7")], Read(s_table, $$"""{"{{new string('A', 5000)}}":1,"{{new string('a', 5000)}}":1,"ids":7}"""));

    [Fact]
    public void Next_Nulls_ArePassedOver() =>
        Assert.Equal([(1, "2")], Read(s_table, """{"ids":null,"unknown":null,"dev_eui":2,"rx1Delay":null}"""));

    [Fact]
    public void Next_OneNameTwice_IsFoundTwice() =>
        Assert.Equal([(0, "1"), (0, "2"), (1, "3"), (1, "4")], Read(s_table, """{"ids":1,"ids":2,"dev_eui":3,"devEui":4}"""));

    [Fact]
    public void Next_OrderThatChanges_IsFound() =>
        Gen.Shuffle(Enumerable.Range(0, 7).ToArray()).Array[1, 5].Sample(orders =>
        {
            string[] names = ["ids", "dev_eui", "rx1Delay", "supports_32_bit_f_cnt", "application_server_address", "applicationServerKekLabel", "Payload"];
            foreach (var order in orders)
            {
                var some = order[..(1 + (order[0] % order.Length))];
                Assert.Equal(some.Select(i => (i, "1")), Read(s_table, $$"""{{{string.Join(',', some.Select(i => $"\"{names[i]}\":1"))}}}"""));
            }
        });

    [Fact]
    public void Next_EmptyObjectOrTable_FindsNothing()
    {
        Assert.Empty(Read(s_table, "{}"));
        Assert.Empty(Read(new PropertyTable(""), """{"":1,"a":{"b":2},"Ab":3}"""));
    }

    [Fact]
    public void Next_RandomNames_AreFoundAndNoOthers() =>
        Gen.Select(Gen.String[Gen.Char["ab_9Zé"], 1, 20].HashSet[1, 60], Gen.String[Gen.Char["ab_9Zé"], 0, 20]).Sample((names, other) =>
        {
            var list = names.ToList();
            var table = new PropertyTable(string.Join('\0', list));
            for (var i = 0; i < list.Count; i++)
                Assert.Equal([(i, "1")], Read(table, $$"""{"{{list[i]}}":1}"""));
            if (!names.Contains(other) && !list.Exists(n => Camel(n) == other))
                Assert.Empty(Read(table, $$"""{"{{other}}":1}"""));
        });

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"ids\"")]
    [InlineData("true")]
    [InlineData("null")]
    public void Start_OtherThanAnObject_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => Read(s_table, json));

    [Fact]
    public void Next_NameThatIsNoText_IsRefused() =>
        Assert.Throws<JsonException>(() => Read(s_table, """{"\ud800":1}"""));

    private static string Camel(string name) => string.Concat(name.Select((c, i) =>
        c == '_' ? "" : i > 0 && name[i - 1] == '_' && char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c).ToString() : c.ToString()));

    private static List<(int Index, string Value)> Read(PropertyTable table, string json) =>
        Read(table, new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json)));

    private static List<(int Index, string Value)> Read(PropertyTable table, ReadOnlySequence<byte> json)
    {
        List<(int, string)> found = [];
        var reader = new Utf8JsonReader(json);
        reader.Read();
        PropertyTable.Start(ref reader);
        while (table.Next(ref reader, out var index))
            found.Add((index, Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan)));
        return found;
    }
}
