using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>The filters of a search: each is a part of a field's text, in any case. Fields that were filtered by are returned too.</summary>
/// <param name="Fields">Which path each filter looks at.</param>
/// <param name="Query">The paths that the free query looks at.</param>
internal sealed record SearchFilter(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Query)
{
    public static readonly SearchFilter EndDevices = new(
        new Dictionary<string, string>
        {
            ["id_contains"] = "ids.device_id",
            ["name_contains"] = "name",
            ["description_contains"] = "description",
            ["dev_eui_contains"] = "ids.dev_eui",
            ["join_eui_contains"] = "ids.join_eui",
            ["dev_addr_contains"] = "ids.dev_addr",
        },
        ["ids.device_id", "name", "ids.dev_eui", "ids.join_eui"]);

    /// <summary>The filters of a kind of entity.</summary>
    public static SearchFilter Of(EntityKind kind) => new(
        new Dictionary<string, string>
        {
            ["id_contains"] = $"ids.{kind.IdField}",
            ["name_contains"] = "name",
            ["description_contains"] = "description",
            ["eui_contains"] = "ids.eui",
        },
        [$"ids.{kind.IdField}", "name", "ids.eui"]);

    public IEnumerable<JsonObject> Apply(JsonObject request, IEnumerable<JsonObject> entities) => entities.Where(e => Matches(request, e));

    public IEnumerable<string> Paths(JsonObject request) =>
        Fields.Where(f => request[f.Key] is not null).Select(f => f.Value).Where(p => !p.StartsWith("ids.", StringComparison.Ordinal))
            .Concat(request["attributes_contain"] is null ? [] : ["attributes"])
            .Concat(request["state"] is null ? [] : ["state"]);

    private bool Matches(JsonObject request, JsonObject entity) =>
        Fields.All(f => Contains(entity.Text(f.Value), request.Text(f.Key)))
        && (request.Object("attributes_contain") ?? []).All(a => entity.Object("attributes")?[a.Key] is { } value && Contains(value.ToString(), a.Value!.ToString()))
        && IsInState(request.Texts("state"), entity)
        && (request.Text("query") is not { Length: > 0 } query || Query.Any(p => Contains(entity.Text(p), query)));

    /// <summary>An entity without a state is in the first one.</summary>
    private static bool IsInState(IReadOnlyList<string> states, JsonObject entity) =>
        states.Count == 0 || states.Contains(entity.Text("state") is { Length: > 0 } state ? state : "STATE_REQUESTED");

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
