using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using TheThingsStack.Json;

namespace TheThingsStack.Tests.Json;

public class CodecTests
{
    [Fact]
    public void Codecs_OfNumbers_WriteWhatTheyRead()
    {
        Gen.Int.Sample(AssertSame<int, Int32Codec>);
        Gen.UInt.Sample(AssertSame<uint, UInt32Codec>);
        Gen.Long.Sample(AssertSame<long, Int64Codec>);
        Gen.ULong.Sample(AssertSame<ulong, UInt64Codec>);
        Gen.Long.Sample(AssertSame<long, Int64NumberCodec>);
        Gen.ULong.Sample(AssertSame<ulong, UInt64NumberCodec>);
        Gen.Float.Sample(AssertSame<float, SingleCodec>);
        Gen.Double.Sample(AssertSame<double, DoubleCodec>);
        Gen.Bool.Sample(AssertSame<bool, BooleanCodec>);
    }

    [Fact]
    public void Codecs_OfTextAndBytes_WriteWhatTheyRead()
    {
        Gen.String[Gen.Char["a\"\\\n\u0000é漢<>/"], 0, 30].Sample(AssertSame<string, StringCodec>);
        Gen.Byte.Array[0, 40].Sample(bytes =>
        {
            var json = CodecForm.Write<byte[], BytesCodec>(bytes);
            Assert.All(CodecForm.ReadCut<byte[], BytesCodec>(json), read => Assert.Equal(bytes, read));
        });
    }

    [Theory]
    [InlineData("\"+/8=\"")]
    [InlineData("\"+/8\"")]
    [InlineData("\"-_8=\"")]
    [InlineData("\"-_8\"")]
    [InlineData("\"\\u002b\\u002f8=\"")]
    public void Bytes_OfEitherAlphabetPaddedOrNot_AreRead(string json) =>
        Assert.All(CodecForm.ReadCut<byte[], BytesCodec>(json), read => Assert.Equal([0xfb, 0xff], read));

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("\"ab!c\"")]
    [InlineData("1")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData("\"\\ud800\"")]
    public void Bytes_ThatAreNoBase64_AreRefused(string json) =>
        Assert.Throws<JsonException>(() => CodecForm.Read<byte[], BytesCodec>(json));

    [Fact]
    public void Lists_KeepTheirOrderAndPassOverNulls()
    {
        Assert.All(CodecForm.ReadCut<List<uint>, ListCodec<uint, UInt32Codec>>("""[1,null,"2",4294967295]"""), list => Assert.Equal([1u, 2u, uint.MaxValue], list));
        Assert.Equal("[1,2]", CodecForm.Write<List<uint>, ListCodec<uint, UInt32Codec>>([1, 2]));
        Assert.Empty(CodecForm.Read<List<string>, ListCodec<string, StringCodec>>("[]"));
        Assert.Throws<JsonException>(() => CodecForm.Read<List<string>, ListCodec<string, StringCodec>>("{}"));
        Assert.Throws<JsonException>(() => CodecForm.Read<List<string>, ListCodec<string, StringCodec>>("[1]"));
    }

    [Fact]
    public void Lists_OfLists_AreReadAndWritten()
    {
        const string Json = """[[1],[],[2,3]]""";
        var lists = CodecForm.Read<List<List<int>>, ListCodec<List<int>, ListCodec<int, Int32Codec>>>(Json);
        Assert.Equal([[1], [], [2, 3]], lists);
        Assert.Equal(Json, CodecForm.Write<List<List<int>>, ListCodec<List<int>, ListCodec<int, Int32Codec>>>(lists));
    }

    [Fact]
    public void Maps_HaveKeysOfTheirType()
    {
        const string Json = """{"-1":"a","9223372036854775807":"b"}""";
        foreach (var map in CodecForm.ReadCut<Dictionary<long, string>, MapCodec<long, string, StringCodec>>(Json))
        {
            Assert.Equal(new Dictionary<long, string> { [-1] = "a", [long.MaxValue] = "b" }, map);
            Assert.Equal(Json, CodecForm.Write<Dictionary<long, string>, MapCodec<long, string, StringCodec>>(map));
        }

        Assert.Throws<JsonException>(() => CodecForm.Read<Dictionary<bool, string>, MapCodec<bool, string, StringCodec>>("""{"x":"a"}"""));
        Assert.Throws<JsonException>(() => CodecForm.Read<Dictionary<long, string>, MapCodec<long, string, StringCodec>>("[]"));
    }

    [Fact]
    public void Maps_NullsAndRepetitions_FollowTheServer()
    {
        var map = CodecForm.Read<Dictionary<string, uint>, MapCodec<string, uint, UInt32Codec>>("""{"a":1,"b":null,"a":2,"":3}""");
        Assert.Equal(new Dictionary<string, uint> { ["a"] = 2, [""] = 3 }, map);
    }

    [Fact]
    public void Nodes_AreAnyJson()
    {
        foreach (var json in new[] { "null", "1.50", "\"x\"", "[1,null]", """{"a":{}}""", "false" })
            Assert.Equal(json, CodecForm.Write<JsonNode?, NodeCodec>(CodecForm.Read<JsonNode?, NodeCodec>(json)));
        Assert.All(CodecForm.ReadCut<JsonObject, StructCodec>("""{"a":[1,"ü"]}"""), node => Assert.Equal("ü", (string?)node["a"]![1]));
    }

    [Theory]
    [InlineData("""{"a":1,"b":0,"a":{"c":2}}""", """{"a":{"c":2},"b":0}""")]
    [InlineData("""{"a":{"b":1,"b":2}}""", """{"a":{"b":2}}""")]
    [InlineData("""{"a":[[{"b":1},{"b":1,"c":3,"b":2}]]}""", """{"a":[[{"b":1},{"b":2,"c":3}]]}""")]
    [InlineData("""{"a":1,"\u0061":2}""", """{"a":2}""")]
    [InlineData("""{"/":1,"\/":2.50}""", """{"/":2.50}""")]
    public void Nodes_WithANameGivenTwice_KeepTheLast(string json, string expected)
    {
        Assert.Equal(expected, CodecForm.Write<JsonObject, StructCodec>(CodecForm.Read<JsonObject, StructCodec>(json)));
        Assert.Equal(expected, CodecForm.Write<JsonNode?, NodeCodec>(CodecForm.Read<JsonNode?, NodeCodec>(json)));
        Assert.All(CodecForm.ReadCut<JsonNode?, NodeCodec>(json), node => Assert.Equal(expected, CodecForm.Write<JsonNode?, NodeCodec>(node)));
    }

    [Fact]
    public void Nodes_WithManyNames_KeepThemAll()
    {
        var json = $"{{{string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"name{i}\":{i}"))}}}";
        var node = CodecForm.Read<JsonObject, StructCodec>(json);
        Assert.Equal(1000, node.Count);
        Assert.Equal(json, CodecForm.Write<JsonObject, StructCodec>(node));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("[\"\\udc00\\ud800\"]")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"a\":1,\"a\":\"\\ud800\"}")]
    public void Nodes_WithTextThatIsNone_AreRefused(string json) =>
        Assert.Throws<JsonException>(() => CodecForm.Read<JsonNode?, NodeCodec>(json));

    [Fact]
    public void Values_KnowTheirOwnForm()
    {
        Assert.Equal(Eui64.Parse("0102030405060708"), CodecForm.Read<Eui64, ValueCodec<Eui64>>("\"0102030405060708\""));
        Assert.Equal("\"0102030405060708\"", CodecForm.Write<Eui64, ValueCodec<Eui64>>(Eui64.Parse("0102030405060708")));
    }

    private static void AssertSame<T, TCodec>(T value)
        where TCodec : IJsonCodec<T> =>
        Assert.All(CodecForm.ReadCut<T, TCodec>(CodecForm.Write<T, TCodec>(value)), read => Assert.Equal(value, read));
}
