using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Corrections;

/// <summary>The fields of an existing document that may be null: upstream's document does not tell them from plain ones.</summary>
internal static class NullableFields
{
    /// <returns>As <c>Message.field</c>.</returns>
    public static HashSet<string> In(JsonObject openApi) =>
    [
        .. openApi.Object("components").Object("schemas").Entries()
            .SelectMany(s => s.Value.Object("properties").Entries()
                .Where(p => p.Value.Array("type").Texts().Contains("null"))
                .Select(p => $"{s.Key}.{p.Key}")),
    ];
}
