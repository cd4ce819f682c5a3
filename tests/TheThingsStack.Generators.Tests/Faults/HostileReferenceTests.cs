using System.Diagnostics;
using System.Globalization;
using System.Text;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Faults;

/// <summary>References that are made to take all time or memory: each ends soon, in a client or a fault.</summary>
public sealed class HostileReferenceTests
{
    private const long MostAllocated = 2_000_000_000;

    private static readonly Dictionary<string, (Func<string> Reference, FaultKind? Fault)> Kinds = new()
    {
        ["arrays within arrays"] = (static () => Spec.Swagger(new string('[', 100_000) + new string(']', 100_000)), FaultKind.NotJson),
        ["objects without end"] = (static () => Repeat("{\"a\":", 1_000_000), FaultKind.NotJson),
        ["schemas within schemas"] = (static () => Spec.Message("{\"a\":" + Repeat("{\"properties\":{\"a\":", 100) + "{}" + Repeat("}}", 100) + "}"), FaultKind.Unsupported),
        ["a list of a million"] = (static () => Spec.Message("{\"a\":{\"enum\":[" + Join(1_000_000, static i => $"\"v{i}\"") + "]}}"), FaultKind.Unsupported),
        ["a million properties"] = (static () => Spec.Message("{" + Join(1_000_000, static i => $"\"p{i}\":{{}}") + "}"), FaultKind.Unsupported),
        ["a million tags"] = (static () => Spec.Swagger("{\"/a\":{\"get\":{\"tags\":[" + Join(1_000_000, static _ => "\"t\"") + "]}}}"), null),
        ["a thousand parameters"] = (static () => Spec.Swagger("{\"/a\":{\"get\":{\"parameters\":[" + Join(1_000, static i => $"{{\"name\":\"p{i}\",\"in\":\"query\",\"type\":\"string\"}}") + "]}}}"), FaultKind.Unsupported),
        ["faults everywhere"] = (static () => Spec.Message("{" + Join(200_000, static i => $"\"p{i}\":3") + "}"), FaultKind.Unsupported),
        ["a million equal keys"] = (static () => Spec.Message("{" + Join(1_000_000, static _ => "\"p\":{}") + "}"), FaultKind.DuplicateKey),
        ["names that are all the same"] = (static () => Spec.Swagger("{}", "{" + Join(20_000, static i => $"\"T{new string('_', i % 400)}{(i / 400 == 0 ? "" : new string('.', i / 400))}\":{{\"type\":\"object\"}}") + "}"), null),
        ["properties that are all the same"] = (static () => Spec.Message("{" + Join(9_000, static i => $"\"a{new string('_', i % 400)}b{new string('-', i / 400)}\":{{\"type\":\"string\"}}") + "}"), null),
        ["a laugh for every part"] = (static () => Spec.Swagger("{}", "{" + Join(40, static i => $"\"L{i}\":{{\"allOf\":[{Join(10, _ => $"{{\"$ref\":\"#/definitions/L{i + 1}\"}}")},{{\"properties\":{{\"p{i}\":{{}}}}}}]}}") + ",\"L40\":{\"type\":\"object\"}}"), null),
        ["inheritance without end"] = (static () => Spec.Swagger("{}", "{" + Join(5_000, static i => $"\"L{i}\":{{\"allOf\":[{{\"$ref\":\"#/definitions/L{(i == 0 ? 0 : i - 1)}\"}},{{\"properties\":{{\"p{i}\":{{}}}}}}]}}") + "}"), FaultKind.UnresolvedReference),
        ["a tree that all share"] = (static () => Spec.Swagger("{}", "{" + Tree(30) + ",\"A\":{\"$ref\":\"#/definitions/L0/x\"}}"), null),
        ["a body of a tree that all share"] = (static () => Spec.Swagger(
            "{\"/a/{b.c}\":{\"post\":{\"operationId\":\"A_B\",\"parameters\":[{\"name\":\"b.c\",\"in\":\"path\",\"type\":\"string\"},{\"name\":\"body\",\"in\":\"body\",\"schema\":{\"properties\":{\"b\":{\"$ref\":\"#/definitions/L0/x\"}}}}]}}}",
            "{" + Tree(20) + "}"), null),
        ["one path item for all"] = (static () => "{\"openapi\":\"3.0.0\",\"paths\":{" + Join(15_000, static i => $"\"/p{i}\":{{\"$ref\":\"#/x\"}}") + "},\"x\":{\"parameters\":[" + Join(100, static i => $"{{\"name\":\"p{i}\",\"in\":\"query\"}}") + "],\"get\":{},\"put\":{}}}", FaultKind.Unsupported),
        ["one answer for all"] = (static () => "{\"openapi\":\"3.0.0\",\"paths\":{" + Join(10_000, static i => $"\"/p{i}\":{{\"get\":{{\"responses\":{{\"200\":{{\"$ref\":\"#/x\"}},\"201\":{{\"$ref\":\"#/y\"}}}}}}}}") + "},\"x\":" + BigAnswer + ",\"y\":" + BigAnswer + "}", FaultKind.Unsupported),
        ["routes of one RPC"] = (static () => Spec.Swagger("{" + Join(5_000, static i => $"\"/p{i}\":{{\"get\":{{\"operationId\":\"A_B{(i == 0 ? "" : i.ToString(CultureInfo.InvariantCulture))}\",\"parameters\":[{{\"name\":\"q{i}\",\"in\":\"query\",\"type\":\"string\"}}]}}}}") + "}"), null),
        ["a path of braces"] = (static () => Spec.Swagger("{\"/" + Repeat("{", 900) + Repeat("}", 900) + "\":{\"get\":{}},\"/" + Repeat("{a}", 600) + "\":{\"get\":{}}}"), FaultKind.Unsupported),
        ["a path that is too long"] = (static () => Spec.Swagger("{\"/" + Repeat("a", 1_000_000) + "\":{\"get\":{}}}"), FaultKind.Malformed),
        ["parameters in a circle"] = (static () => "{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"$ref\":\"#/x\"}]}}},\"x\":{\"$ref\":\"#/y\"},\"y\":{\"$ref\":\"#/x\"}}", FaultKind.UnresolvedReference),
        ["parts in a circle"] = (static () => Spec.Swagger("{}", """{"A":{"allOf":[{"$ref":"#/definitions/B"},{"properties":{"a":{}}}]},"B":{"allOf":[{"$ref":"#/definitions/A"},{"properties":{"b":{}}}]}}"""), FaultKind.UnresolvedReference),
        ["50 MB of prose"] = (static () => Spec.Message("{\"a\":{\"type\":\"string\",\"description\":\"" + Repeat("word ", 10_000_000) + "\"}}"), null),
        ["50 MB of messages"] = (static () => Spec.Swagger("{}", "{" + Join(30_000, static i => $"\"M{i}\":{{\"description\":\"{new string('d', 1_000)}\",\"properties\":{{{Join(20, static p => $"\"p{p}\":{{\"type\":\"string\"}}")}}}}}") + "}"), FaultKind.Unsupported),
        ["50 MB of blanks"] = (static () => Spec.Message("{\"a\":{\"type\":\"string\"}" + Repeat(" ", 50_000_000) + "}"), null),
        ["50 MB of numbers"] = (static () => Spec.Swagger("{}", "{}", ",\"x\":[" + Repeat("0,", 25_000_000) + "0]"), FaultKind.Internal),
        ["equal keys before the end is missing"] = (static () => "{" + Repeat("\"a\":1,", 1_000), FaultKind.NotJson),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    private static string BigAnswer => "{\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\",\"properties\":{" + Join(2_000, static i => $"\"p{i}\":{{}}") + "}}}}}";

    [Theory]
    [MemberData(nameof(Names))]
    public void Reference_ThatIsMadeToTakeAll_EndsSoon(string name)
    {
        var (make, fault) = Kinds[name];
        var reference = make();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();

        var result = Emitted.Bind(reference);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MostAllocated);
        Assert.Equal(fault is FaultKind.NotJson or FaultKind.Internal, result.Value is null);
        if (fault is { } expected)
            Assert.Contains(result.Faults, f => f.Kind == expected);
        else
            Assert.Empty(result.Faults);
    }

    // Each level takes the next ten times.
    private static string Tree(int levels)
    {
        string Level(int i) => $$"""
            "L{{i}}":{"x":{"properties":{ {{Join(10, p => $$"""
                "p{{p}}":{"$ref":"#/definitions/L{{i + 1}}/x"}
                """)}} } } }
            """;
        return Join(levels, Level) + $$"""
            ,"L{{levels}}":{"x":{"type":"string"} }
            """;
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Join(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));
}
