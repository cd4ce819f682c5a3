using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Rules;

/// <summary>The facts folder: what is known of the server beyond its reference.</summary>
internal sealed record Facts(string Version, FactTypes Types, JsonObject Oneofs, JsonObject Masks, JsonObject Rpcs)
{
    public static Facts Read(string folder, Upstream upstream)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"{folder}: no such folder.");
        var fieldTypes = JsonFile.Read(Path.Combine(folder, "field-types.json"));
        var masks = JsonFile.Read(Path.Combine(folder, "rpc-field-masks.json"));
        var rpcs = JsonFile.Read(Path.Combine(folder, "rpc-http.json"));
        FactsCheck.FieldTypes(fieldTypes);
        FactsCheck.Masks(masks.Object("rpcs") ?? throw new InputException($"{folder}: rpc-field-masks.json holds no rpcs."));
        FactsCheck.Rpcs(rpcs);
        return new Facts(
            masks.Text("stack_version") ?? throw new InputException($"{folder}: rpc-field-masks.json has no stack_version."),
            new FactTypes(fieldTypes, upstream),
            JsonFile.Read(Path.Combine(folder, "oneofs.json")),
            masks.Object("rpcs")!,
            rpcs);
    }

    /// <summary>Fields that may be null on the wire, as <c>Message.field</c>.</summary>
    public HashSet<string> NullableFields() =>
    [
        .. Types.Messages
            .Where(m => Types.Name(m.Key) is not null)
            .SelectMany(m => m.Value.Object("fields").Entries()
                .Where(f => FactTypes.IsNullable((JsonObject)f.Value!))
                .Select(f => $"{Types.Name(m.Key)}.{f.Key}")),
    ];

    /// <summary>The oneofs of a message as the rules give them, or null.</summary>
    public JsonObject? OneofsOf(string protoMessage)
    {
        var oneofs = new JsonObject();
        foreach (var (name, oneof) in Oneofs.Object(protoMessage).Entries())
        {
            oneofs[name] = new JsonObject
            {
                ["members"] = oneof.Array("fields").Texts().ToJsonArray(),
                ["required"] = oneof.Flag("required"),
            };
        }
        return oneofs.Count == 0 ? null : oneofs;
    }
}
