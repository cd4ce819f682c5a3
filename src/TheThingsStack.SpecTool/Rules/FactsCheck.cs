using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Rules;

/// <summary>Refuses facts that lack what every message, enum and RPC must have, before anything is made of them.</summary>
internal static class FactsCheck
{
    public static void FieldTypes(JsonObject file)
    {
        foreach (var (name, message) in Required(file, "messages", "field-types.json"))
        {
            Text(message, name, "full_name");
            foreach (var (field, fact) in Required(message, "fields", name))
            {
                Array.ForEach(["json", "element", "kind", "proto"], member => Text(fact, $"{name}.{field}", member));
                Number(fact, $"{name}.{field}", "number");
                if (fact.Text("json") == "bytes-hex")
                    Number(fact, $"{name}.{field}", "hex_bytes");
            }
        }
        foreach (var (name, fact) in Required(file, "enums", "field-types.json"))
        {
            Text(fact, name, "emitted_as");
            foreach (var value in fact.Array("values") ?? throw Lacks(name, "values"))
            {
                Text(value, name, "name");
                Number(value, name, "number");
            }
        }
    }

    public static void Rpcs(JsonObject file)
    {
        foreach (var (name, rpc) in file.Objects())
        {
            Array.ForEach(["service", "method", "request"], member => Text(rpc, name, member));
            foreach (var binding in rpc.Array("http") ?? throw Lacks(name, "http"))
                Text(binding, name, "operation_id");
        }
    }

    public static void Masks(JsonObject rpcs)
    {
        foreach (var (name, mask) in rpcs.Objects())
        {
            Text(mask, name, "message");
            if (mask.Text("allowed") is null && mask.Array("allowed") is null)
                throw Lacks(name, "allowed");
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonObject>> Required(JsonObject node, string member, string place) =>
        node.Object(member)?.Objects() ?? throw Lacks(place, member);

    private static void Text(JsonNode? node, string place, string member)
    {
        if (node.Text(member) is null)
            throw Lacks(place, member);
    }

    private static void Number(JsonNode? node, string place, string member)
    {
        if ((node as JsonObject)?[member] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
            throw Lacks(place, member);
    }

    private static InputException Lacks(string place, string member) => new($"The facts of {place} lack \"{member}\".");
}
