using System.Text.Json;

namespace TheThingsStack.Emulator.Schema;

/// <summary>Access to what the rules file says about a message or an RPC; absent groups are empty.</summary>
internal static class Rules
{
    public static IEnumerable<JsonProperty> Entries(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    public static bool IsTrue(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>The word for the type of a field, where the reference does not say it exactly.</summary>
    public static string? Word(JsonElement rule, string group, string field) => Member(rule, group, field)?.GetString();

    public static Limits Limits(JsonElement rule, string field) =>
        Member(rule, "limits", field) is { } limits ? Schema.Limits.Read(limits) : Schema.Limits.None;

    /// <summary>The fields in a list of names.</summary>
    public static IReadOnlySet<string> Names(JsonElement rule, string group) =>
        rule.TryGetProperty(group, out var names) && names.ValueKind == JsonValueKind.Array ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet() : new HashSet<string>();

    /// <summary>Notes the exclusive groups in a message, and says which group a field is in.</summary>
    public static Dictionary<string, string> Oneofs(MessageType message, JsonElement rule)
    {
        var membership = new Dictionary<string, string>();
        foreach (var oneof in Entries(rule, "oneofs"))
        {
            message.Oneofs[oneof.Name] = IsTrue(oneof.Value, "required");
            foreach (var member in oneof.Value.GetProperty("members").EnumerateArray())
                membership[member.GetString()!] = oneof.Name;
        }

        return membership;
    }

    private static JsonElement? Member(JsonElement json, string group, string name) =>
        json.TryGetProperty(group, out var members) && members.ValueKind == JsonValueKind.Object && members.TryGetProperty(name, out var value) ? value : null;
}
