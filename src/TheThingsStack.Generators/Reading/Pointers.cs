using System.Globalization;

namespace TheThingsStack.Generators.Reading;

/// <summary>Follows references within one document.</summary>
internal sealed class Pointers(SpecNode root)
{
    private static readonly string[] Containers = ["#/definitions/", "#/components/schemas/"];

    /// <summary>What a reference leads to; null where that is nothing, or not in this document.</summary>
    public SpecNode? Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
            return null;
        var node = root;
        foreach (var segment in reference.Substring(2).Split('/'))
        {
            if (Step(node, segment) is not { } next)
                return null;
            node = next;
        }

        return node;
    }

    /// <summary>The name of the schema that a reference leads to; null where that is none of the named ones.</summary>
    public string? NameOf(string reference)
    {
        foreach (var container in Containers)
        {
            if (reference.StartsWith(container, StringComparison.Ordinal) && reference.IndexOf('/', container.Length) < 0 && Find(reference) is not null)
                return Unescape(reference.Substring(container.Length));
        }

        return null;
    }

    /// <summary>The schema of a name.</summary>
    public SpecNode? Named(string name) => root["definitions"]?[name] ?? root["components"]?["schemas"]?[name];

    private static SpecNode? Step(SpecNode node, string segment)
    {
        if (node.Kind != SpecNodeKind.List)
            return node[Unescape(segment)];
        return int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < node.Items.Length ? node.Items[place] : null;
    }

    private static string Unescape(string segment) =>
        segment.IndexOf('~') < 0 && segment.IndexOf('%') < 0 ? segment : Uri.UnescapeDataString(segment).Replace("~1", "/").Replace("~0", "~");
}
