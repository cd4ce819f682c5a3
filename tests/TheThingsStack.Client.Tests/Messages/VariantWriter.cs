using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Reference;

namespace TheThingsStack.Client.Tests.Messages;

/// <summary>Writes the JSON of a message in other words.</summary>
public sealed class VariantWriter(Variation variation)
{
    private const string Unknown = """{"a":[1,{"b":null},"x"],"ids":{},"c":-1.5e3}""";

    private readonly StringBuilder _text = new();
    private int _count;

    public static byte[] Write(string message, JsonNode canonical, Variation variation)
    {
        var writer = new VariantWriter(variation);
        writer.Message(message, (JsonObject)canonical);
        return Encoding.UTF8.GetBytes(writer._text.ToString());
    }

    private bool Has(Variation flag) => variation.HasFlag(flag);

    private void Message(string message, JsonObject members)
    {
        _text.Append('{');
        var first = true;
        if (Has(Variation.UnknownMembers))
        {
            Name($"not_of_this_version_{_count++ % 40}", ref first);
            _text.Append(Unknown);
        }

        foreach (var field in ApiReference.Fields(message))
        {
            if (members.TryGetPropertyValue(field, out var value))
            {
                Name(field, ref first);
                Value(WireType.OfField(message, field), value!);
            }
            else if (Has(Variation.Nulls))
            {
                Name(field, ref first);
                _text.Append("null");
            }
        }

        if (Has(Variation.UnknownMembers))
        {
            Name("notOfThisVersion", ref first);
            _text.Append("[[[]]]");
        }

        Blank();
        _text.Append('}');
    }

    private void Value(WireType type, JsonNode value)
    {
        Blank();
        switch (type.Kind)
        {
            case WireKind.Message:
                Message(type.Name!, (JsonObject)value);
                break;
            case WireKind.List:
                Items(type.Element!, (JsonArray)value);
                break;
            case WireKind.Map:
                Entries(type.Element!, (JsonObject)value);
                break;
            case WireKind.Enum when Has(Variation.SwappedEnums):
                Enumeration(type.Name!, value);
                break;
            case WireKind.UInt64 or WireKind.Int64 when Has(Variation.SwappedNumbers):
                _text.Append((string)value!);
                break;
            case WireKind.UInt32 or WireKind.Int32 or WireKind.Float or WireKind.Double when Has(Variation.SwappedNumbers) && value.GetValueKind() == JsonValueKind.Number:
                String(value.ToJsonString());
                break;
            case WireKind.Base64 when Has(Variation.OtherBytes):
                String(UrlSafe((string)value!));
                break;
            case WireKind.Hex when Has(Variation.HexAsBase64):
                String(UrlSafe(Convert.ToBase64String(Convert.FromHexString((string)value!))));
                break;
            case WireKind.Hex when Has(Variation.OtherBytes):
                String(((string)value!).ToLowerInvariant());
                break;
            default:
                Plain(value);
                break;
        }

        Blank();
    }

    private void Items(WireType element, JsonArray items)
    {
        _text.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            _text.Append(i == 0 ? "" : ",");
            Value(element, items[i]!);
        }

        Blank();
        _text.Append(']');
    }

    private void Entries(WireType element, JsonObject entries)
    {
        _text.Append('{');
        var first = true;
        foreach (var (key, value) in entries)
        {
            _text.Append(first ? "" : ",");
            first = false;
            String(key);
            Blank();
            _text.Append(':');
            Value(element, value!);
        }

        Blank();
        _text.Append('}');
    }

    private void Enumeration(string name, JsonNode value)
    {
        var values = ApiReference.EnumRules(name)["values"]!.AsObject();
        if (value.GetValueKind() == JsonValueKind.String)
            _text.Append(values[(string)value!]!.ToJsonString());
        else
            String(values.First(v => v.Value!.ToJsonString() == value.ToJsonString()).Key);
    }

    private void Plain(JsonNode value)
    {
        if (value.GetValueKind() == JsonValueKind.String)
            String((string)value!);
        else
            _text.Append(value.ToJsonString());
    }

    private void Name(string name, ref bool first)
    {
        Blank();
        _text.Append(first ? "" : ",");
        first = false;
        Blank();
        name = Has(Variation.CamelCase) ? CamelCase(name) : name;
        _text.Append(Has(Variation.EscapedNames) ? $"\"\\u{(int)name[0]:x4}{name[1..^1]}\\u{(int)name[^1]:X4}\"" : $"\"{name}\"");
        Blank();
        _text.Append(':');
    }

    private void String(string text)
    {
        if (!Has(Variation.EscapedStrings))
        {
            _text.Append(JsonSerializer.Serialize(text));
            return;
        }

        _text.Append('"');
        foreach (var c in text)
            _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        _text.Append('"');
    }

    private void Blank() => _text.Append(Has(Variation.Blanks) ? " \t\r\n" : "");

    private static string UrlSafe(string base64) => base64.TrimEnd('=').Replace('+', '-').Replace('/', '_');

    // protobuf's rule: an underscore goes, and the letter after it is upper case; a digit stays as it is.
    private static string CamelCase(string name)
    {
        var camel = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != '_')
                camel.Append(i > 0 && name[i - 1] == '_' ? char.ToUpperInvariant(name[i]) : name[i]);
        }

        return camel.ToString();
    }
}
