using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack.Client.Tests.Samples;

/// <summary>Compares JSON: kinds exactly, numbers by value, members in any order.</summary>
public static class JsonDiff
{
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads JSON in which no name may stand twice.</summary>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8) => JsonNode.Parse(utf8, documentOptions: s_strict);

    public static void AssertEqual(JsonNode? expected, JsonNode? actual, string what)
    {
        if (Find(expected, actual, "$") is { } difference)
            Assert.Fail($"{what}: {difference}");
    }

    private static string? Find(JsonNode? expected, JsonNode? actual, string path)
    {
        if (Kind(expected) != Kind(actual))
            return $"{path} is {Show(actual)}, expected {Show(expected)}";
        return expected switch
        {
            JsonObject members => FindInMembers(members, (JsonObject)actual!, path),
            JsonArray items => FindInItems(items, (JsonArray)actual!, path),
            null => null,
            _ when Kind(expected) == JsonValueKind.Number => Number(expected) == Number(actual!) ? null : $"{path} is {Show(actual)}, expected {Show(expected)}",
            _ => JsonNode.DeepEquals(expected, actual) ? null : $"{path} is {Show(actual)}, expected {Show(expected)}",
        };
    }

    private static string? FindInMembers(JsonObject expected, JsonObject actual, string path)
    {
        foreach (var (name, _) in actual)
        {
            if (!expected.ContainsKey(name))
                return $"{path} has {name}, which is not expected";
        }

        foreach (var (name, value) in expected)
        {
            if (!actual.TryGetPropertyValue(name, out var found))
                return $"{path} lacks {name}";
            if (Find(value, found, path + "." + name) is { } difference)
                return difference;
        }

        return null;
    }

    private static string? FindInItems(JsonArray expected, JsonArray actual, string path)
    {
        if (expected.Count != actual.Count)
            return $"{path} has {actual.Count} items, expected {expected.Count}";
        return expected.Select((e, i) => Find(e, actual[i], $"{path}[{i}]")).FirstOrDefault(d => d is not null);
    }

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    private static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    private static string Show(JsonNode? node) => node is null ? "null" : node.ToJsonString();
}
