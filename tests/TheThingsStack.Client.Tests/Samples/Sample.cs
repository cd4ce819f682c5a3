using System.Text.Json.Nodes;

namespace TheThingsStack.Client.Tests.Samples;

/// <summary>One value as the caller has it and as the server must get it.</summary>
/// <param name="Clr">The .NET value.</param>
/// <param name="Json">Its form in a body.</param>
/// <param name="Texts">Its form in a route or a query string: one text, or one for each item of a list.</param>
public sealed record Sample(object Clr, JsonNode? Json, IReadOnlyList<string> Texts)
{
    public Sample(object clr, JsonNode? json, string text)
        : this(clr, json, [text])
    {
    }

    /// <summary>A fresh copy of the JSON: a node has one place only.</summary>
    public JsonNode? CopyJson() => Json?.DeepClone();
}
