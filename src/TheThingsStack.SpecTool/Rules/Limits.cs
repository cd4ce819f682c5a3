using System.Globalization;
using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Rules;

/// <summary>Turns the server's validation rules of one field into the plain keywords of the rules file.</summary>
internal static class Limits
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["gt"] = "exclusiveMinimum",
        ["gte"] = "minimum",
        ["ignoreEmpty"] = "ignoreEmpty",
        ["in"] = "enum",
        ["lt"] = "exclusiveMaximum",
        ["lte"] = "maximum",
        ["maxItems"] = "maxItems",
        ["maxLen"] = "maxLength",
        ["maxPairs"] = "maxPairs",
        ["minItems"] = "minItems",
        ["minLen"] = "minLength",
        ["notIn"] = "notIn",
        ["pattern"] = "pattern",
        ["required"] = "required",
        ["unique"] = "uniqueItems",
    };

    private static readonly Dictionary<string, string> Formats = new(StringComparer.Ordinal)
    {
        ["email"] = "email", ["ip"] = "ip", ["ipv4"] = "ipv4", ["uri"] = "uri", ["uriRef"] = "uri-reference", ["uuid"] = "uuid",
    };

    /// <param name="validate">The rule of one field: a kind (<c>string</c>, <c>uint32</c>, <c>repeated</c> …) with its checks.</param>
    /// <param name="fixedLength">True for bytes whose type already says how many they are.</param>
    /// <param name="enumName">Turns a number of the field's enum into what is on the wire.</param>
    public static JsonObject? Of(JsonObject? validate, bool fixedLength, Func<int, JsonNode> enumName)
    {
        var limits = new JsonObject();
        foreach (var (kind, checks) in validate.Entries())
        {
            foreach (var (check, value) in (checks as JsonObject).Entries())
            {
                if (!(fixedLength && kind == "bytes"))
                    Add(limits, kind, check, value!, fixedLength, enumName);
            }
        }
        return limits.Count == 0 ? null : limits;
    }

    private static void Add(JsonObject limits, string kind, string check, JsonNode value, bool fixedLength, Func<int, JsonNode> enumName)
    {
        if (check is "items" or "keys" or "values")
            limits.With(check, Of(value as JsonObject, fixedLength, enumName));
        else if (check is "definedOnly")
            return; // true of nearly every enum field; says nothing that the enum does not
        else if (check is "len")
            (limits["minLength"], limits["maxLength"]) = (Number(value), Number(value));
        else if (check is "gtNow")
            limits["after"] = "now";
        else if (check is "ltNow")
            limits["before"] = "now";
        else if (Formats.TryGetValue(check, out var format))
            limits["format"] = format;
        else if (kind == "enum")
            limits[Keyword(check)] = new JsonArray([.. ((JsonArray)value).Select(n => enumName(n!.GetValue<int>()))]);
        else
            limits[Keyword(check)] = check == "pattern" ? value.DeepClone() : Number(value);
    }

    private static string Keyword(string check) =>
        Keywords.GetValueOrDefault(check) ?? throw new InputException($"The facts hold a check called {check} that this tool does not know.");

    /// <summary>64-bit limits come as text; here every number is a number.</summary>
    private static JsonNode Number(JsonNode value) =>
        value.AsText() is { } text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : value.DeepClone();
}
