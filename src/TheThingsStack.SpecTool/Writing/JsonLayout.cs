using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Writing;

/// <summary>
/// The layout of our files: what fits on a line stands on one, everything else is one member a line.
/// A change of one thing is then a change of one line, and the files stay short enough to read.
/// </summary>
internal static class JsonLayout
{
    private const int Width = 140;
    private const int Indent = 2;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonNode root)
    {
        var text = new StringBuilder();
        Append(text, root, depth: 0, used: 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth, int used)
    {
        var line = OneLine(node);
        if (used + line.Length <= Width || node is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }))
            text.Append(line);
        else if (node is JsonObject members)
            AppendLines(text, '{', '}', members.Select(m => (OneLine(m.Key) + ": ", m.Value)), depth);
        else
            AppendLines(text, '[', ']', ((JsonArray)node).Select(item => ("", item)), depth);
    }

    private static void AppendLines(StringBuilder text, char open, char close, IEnumerable<(string Name, JsonNode? Value)> entries, int depth)
    {
        text.Append(open);
        var separator = "\n";
        foreach (var (name, value) in entries)
        {
            var margin = (depth + 1) * Indent;
            text.Append(separator).Append(' ', margin).Append(name);
            Append(text, value, depth + 1, margin + name.Length + 1);
            separator = ",\n";
        }
        text.Append('\n').Append(' ', depth * Indent).Append(close);
    }

    private static string OneLine(JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } members => "{ " + string.Join(", ", members.Select(m => OneLine(m.Key) + ": " + OneLine(m.Value))) + " }",
        JsonArray { Count: > 0 } items => "[" + string.Join(", ", items.Select(OneLine)) + "]",
        null => "null",
        _ => node.ToJsonString(Plain),
    };

    private static string OneLine(string text) => JsonSerializer.Serialize(text, Plain);
}
