using System.Globalization;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Order and pages of the Identity Server's lists.</summary>
internal static class Paging
{
    private const int DefaultLimit = 100;

    /// <summary>The answer of a list: one page of entities below their key, which is absent when the page is empty.</summary>
    /// <param name="call">The call, with its order, limit, page and mask.</param>
    /// <param name="key">The property that holds the list.</param>
    /// <param name="type">The type of the entities.</param>
    /// <param name="entities">All entities that the call selects, in the order that holds when it asks for none.</param>
    /// <param name="more">Paths that come along besides the mask and the implicit ones.</param>
    public static JsonObject Answer(Call call, string key, MessageType type, IEnumerable<JsonObject> entities, params IEnumerable<string> more)
    {
        var sorted = Sort(call.Request.Text("order"), entities).ToList();
        call.SetTotalCount(sorted.Count);
        var limit = Number(call, "limit") is > 0 and var asked ? asked : DefaultLimit;
        var page = Math.Max(Number(call, "page"), 1);
        var paths = more.ToArray();
        var items = sorted.Skip((int)Math.Min((page - 1) * limit, int.MaxValue)).Take((int)limit).Select(e => (JsonNode)call.Answer(type, e, paths)).ToArray();
        return items.Length == 0 ? [] : new JsonObject { [key] = new JsonArray(items) };
    }

    private static IEnumerable<JsonObject> Sort(string order, IEnumerable<JsonObject> entities)
    {
        if (order.Length == 0)
            return entities;
        var field = order.TrimStart('-');
        return order[0] == '-'
            ? entities.OrderByDescending(e => SortKey(e, field), StringComparer.Ordinal)
            : entities.OrderBy(e => SortKey(e, field), StringComparer.Ordinal);
    }

    private static string SortKey(JsonObject entity, string field)
    {
        var text = (entity[field] ?? entity.At($"ids.{field}"))?.ToString() ?? "";
        return field.EndsWith("_at", StringComparison.Ordinal) && text.Length > 0 ? ProtoTime.SortKey(text) : text;
    }

    private static long Number(Call call, string field) =>
        long.TryParse(call.Request.Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
