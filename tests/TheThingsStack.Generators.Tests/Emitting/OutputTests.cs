using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TheThingsStack.Generators.Tests.Cases;
using TheThingsStack.Generators.Tests.Fuzzing;
using TheThingsStack.Generators.Tests.Infrastructure;
using Spec = TheThingsStack.Generators.Tests.Infrastructure.Spec;

namespace TheThingsStack.Generators.Tests.Emitting;

public sealed class OutputTests
{
    private static readonly Gen<string> Hostile = Gen.OneOf(Gen.Int[0, HostileText.Pieces.Length - 1].Select(static i => HostileText.Pieces[i]), Gen.String[Gen.Char[' ', '~'], 0, 8])
        .Array[0, 4].Select(static parts => string.Concat(parts));

    [CultureFact]
    public void Output_InAnotherCulture_IsTheSameByteForByte()
    {
        string turkish;
        using (new Culture("tr-TR"))
        {
            Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
            turkish = Everything(GeneratorRun.Of(Embedded.Reference));
        }

        Assert.Equal(Everything(GeneratorRun.Of(Embedded.Reference)), turkish);
    }

    [Fact]
    public void Output_OfTwoGenerators_IsTheSameByteForByteAndHasUnixLines()
    {
        var first = Everything(GeneratorRun.Of(Embedded.Reference));

        Assert.Equal(first, Everything(GeneratorRun.Of(Embedded.Reference)));
        Assert.DoesNotContain('\r', first);
        Assert.Equal(first, Everything(GeneratorRun.Of()));
    }

    [Fact]
    public void HintNames_OfNamesThatDifferByCaseOnly_AreDistinct()
    {
        var run = GeneratorRun.Of(Spec.Swagger(
            "{\"/a\":{\"get\":" + Spec.Operation("x_a", "thing") + "},\"/b\":{\"get\":" + Spec.Operation("y_b", "THING") + "},\"/c\":{\"get\":" + Spec.Operation("z_c", "Thing") + "}}",
            """{"thing":{"type":"object"},"THING":{"type":"object"},"Thing":{"type":"string","enum":["A"]},"ThingClient":{"type":"object"}}"""));

        Assert.Empty(run.CompilerMessages());
        var names = run.Sources.Select(static s => s.HintName.ToUpperInvariant()).ToList();
        Assert.Equal(names.Distinct().Count(), names.Count);
        Assert.Equal(4, names.Count);
    }

    [Fact]
    public void Output_OfAHostileReference_CompilesAndHoldsNothingElse()
    {
        var clean = Tokens(GeneratorRun.Of(Reference(static i => "a" + i.ToString(CultureInfo.InvariantCulture))));

        Hostile.Array[12].Sample(
            texts =>
            {
                var run = GeneratorRun.Of(Reference(i => texts[i]));
                Assert.Empty(run.CompilerMessages());
                Assert.Equal(clean, Tokens(run));
            },
            iter: 60, threads: 1);

        // The same kinds of tokens in each type, and beside them, whatever the texts and names are; names say which types share a file.
        static IEnumerable<string> Tokens(GeneratorRun run)
        {
            var parts = run.Sources.SelectMany(static s => s.SyntaxTree.GetRoot().DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
                .Where(static n => n is not BaseNamespaceDeclarationSyntax).ToLookup(static n => n is MemberDeclarationSyntax, static n => string.Join(' ', n.DescendantTokens().Select(static t => t.RawKind)));
            return parts[true].Concat(parts[false].Distinct()).Order(StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData("rest")]
    [InlineData("enums")]
    [InlineData("bindings")]
    [InlineData("wrappers-and-oneofs")]
    [InlineData("combinations")]
    public void Output_OfProseThatIsHostile_HasTheSameTokens(string name)
    {
        var reference = JsonNode.Parse(new Case(name).Reference)!;
        var plain = Tokens(reference.ToJsonString());

        var replaced = Infest(reference);

        Assert.InRange(replaced, 1, int.MaxValue);
        Assert.Equal(plain, Tokens(reference.ToJsonString()));

        static IEnumerable<string> Tokens(string json)
        {
            var run = GeneratorRun.Of(json);
            Assert.Empty(run.CompilerMessages());
            return [.. run.Sources.Select(static s => s.HintName + ": " + string.Join(' ', s.SyntaxTree.GetRoot().DescendantTokens().Select(static t => t.Text)))];
        }
    }

    /// <summary>Gives every schema, parameter and operation prose that is hostile; says how many these are.</summary>
    private static int Infest(JsonNode? node)
    {
        if (node is JsonArray array)
            return array.Sum(Infest);
        if (node is not JsonObject parent)
            return 0;
        var count = parent.Select(static p => p.Value).ToList().Sum(Infest);

        // Elsewhere these words are names of properties.
        if (parent["type"] is not JsonValue && parent["operationId"] is not JsonValue && parent["version"] is not JsonValue)
            return count;
        foreach (var key in (string[])["title", "description", "summary", "default", "example", "x-more"])
            parent[key] = HostileText.Whole;
        return count + 1;
    }

    private static string Reference(Func<int, string> text) => $$"""
        {"openapi":"3.1.0","info":{"title":{{Json(text(0))}},"version":{{Json(text(1))}}},"tags":[{"name":"Things","description":{{Json(text(2))}}}],
         "paths":{ {{Json("/a" + text(3).Replace("{", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal) + "/{id}")}}:{"get":{"operationId":"Things_Get","tags":["Things"],"summary":{{Json(text(4))}},
           "parameters":[{"name":"id","in":"path","description":{{Json(text(5))}}},{"name":{{Json("q" + text(6))}},"in":"query","description":{{Json(text(5))}}}],
           "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"} } } } } } } },
         "components":{"schemas":{"Thing":{"type":"object","description":{{Json(text(7))}},"properties":{ {{Json("p" + text(8).Replace("\0", "", StringComparison.Ordinal))}}:{"type":"string","description":{{Json(text(9))}}} } },
           {{Json("T" + text(10))}}:{"type":"object"},
           "State":{"type":"string","enum":[{{Json("X" + text(11).Replace("\0", "", StringComparison.Ordinal))}},"YYY"],"description":{{Json(text(7))}}} } } }
        """;

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static string Everything(GeneratorRun run) => string.Concat(run.Sources.Select(static s => $"// {s.HintName}\n{s.SourceText}"));
}
