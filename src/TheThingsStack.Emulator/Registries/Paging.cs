using System.Globalization;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Order and pages of lists.</summary>
internal static class Paging
{
    private const int DefaultLimit = 100;

    /// <summary>The answer of a list: one page of items below their key, which is absent when the page is empty.</summary>
    /// <param name="call">The call, with its order, limit and page.</param>
    /// <param name="key">The property that holds the list.</param>
    /// <param name="items">All items that the call selects.</param>
    /// <param name="present">What is answered of an item.</param>
    /// <param name="id">What tells items apart: they are in order of it when the call asks for no other order.</param>
    public static JsonObject Answer(Call call, string key, IEnumerable<JsonObject> items, Func<JsonObject, JsonObject> present, Func<JsonObject, string> id)
    {
        var sorted = Sort(call.Request.Text("order"), items, id).ToList();
        call.SetTotalCount(sorted.Count);
        var limit = Number(call, "limit") is > 0 and var asked ? asked : DefaultLimit;
        var page = Math.Max(Number(call, "page"), 1);
        var answers = sorted.Skip((int)Math.Min((page - 1) * limit, int.MaxValue)).Take((int)limit).Select(i => (JsonNode)present(i)).ToArray();
        return answers.Length == 0 ? [] : new JsonObject { [key] = new JsonArray(answers) };
    }

    private static IOrderedEnumerable<JsonObject> Sort(string order, IEnumerable<JsonObject> items, Func<JsonObject, string> id)
    {
        var field = order.TrimStart('-');
        return order.StartsWith('-')
            ? items.OrderByDescending(i => SortKey(i, field, id), StringComparer.Ordinal)
            : items.OrderBy(i => SortKey(i, field, id), StringComparer.Ordinal);
    }

    /// <summary>An order names a field of the item, one of its identifiers, or that which tells items apart.</summary>
    private static string SortKey(JsonObject item, string field, Func<JsonObject, string> id)
    {
        if (field.Length == 0 || (item[field] ?? item.At($"ids.{field}")) is not { } value)
            return field.Length == 0 || field.EndsWith("id", StringComparison.Ordinal) ? id(item) : "";
        return field.EndsWith("_at", StringComparison.Ordinal) ? ProtoTime.SortKey(value.ToString()) : value.ToString();
    }

    private static long Number(Call call, string field) =>
        long.TryParse(call.Request.Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
