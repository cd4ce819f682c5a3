using System.Text.Json;
using TheThingsStack.Emulator.Masks;

namespace TheThingsStack.Emulator.Schema;

/// <summary>Reads the reference and the rules into the types that the rest of the emulator works with.</summary>
internal sealed class ReferenceReader
{
    private readonly JsonElement _api;
    private readonly JsonElement _rules;
    private readonly JsonElement _schemas;
    private readonly Dictionary<string, EnumType> _enums;
    private readonly Dictionary<string, MessageType> _messages;

    private ReferenceReader(JsonElement api, JsonElement rules)
    {
        _api = api;
        _rules = rules;
        _schemas = api.GetProperty("components").GetProperty("schemas");
        _enums = rules.GetProperty("enums").EnumerateObject().ToDictionary(e => e.Name, e => ReadEnum(e.Name, e.Value));
        _messages = rules.GetProperty("messages").EnumerateObject().ToDictionary(m => m.Name, m => new MessageType(m.Name, Rules.IsTrue(m.Value, "wrapper")));
    }

    public static ApiReference Read(JsonDocument api, JsonDocument rules)
    {
        var reader = new ReferenceReader(api.RootElement, rules.RootElement);
        reader.FillMessages();
        var rpcs = reader.ReadRpcs();
        return new ApiReference(reader._messages, reader._enums, rpcs, reader.ReadOperations(rpcs));
    }

    private static EnumType ReadEnum(string name, JsonElement rule) => new(
        name,
        rule.GetProperty("wire").ValueEquals("number"),
        rule.GetProperty("values").EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetInt32()),
        Rules.Entries(rule, "written").ToDictionary(w => int.Parse(w.Name, System.Globalization.CultureInfo.InvariantCulture), w => w.Value.GetString()!),
        Rules.Entries(rule, "accepts").ToDictionary(a => a.Name, a => a.Value.GetInt32()));

    private void FillMessages()
    {
        var schemas = new SchemaReader(_schemas, _messages, _enums);
        foreach (var rule in _rules.GetProperty("messages").EnumerateObject())
        {
            var message = _messages[rule.Name];
            var schema = _schemas.GetProperty(rule.Name);
            var oneofs = Rules.Oneofs(message, rule.Value);
            var deprecated = Rules.Names(rule.Value, "deprecated");
            foreach (var (name, property) in Properties(message, schema))
            {
                var field = schemas.Field(name, property, Rules.Word(rule.Value, "fields", name));
                message.Add(field with { Oneof = oneofs.GetValueOrDefault(name), Limits = Rules.Limits(rule.Value, name), IsDeprecated = deprecated.Contains(name) });
            }
        }
    }

    /// <summary>The properties of a message; a value wrapper is written bare, and has its single field all the same.</summary>
    private static IEnumerable<(string Name, JsonElement Schema)> Properties(MessageType message, JsonElement schema)
    {
        if (message.IsWrapper)
            return [("value", schema)];
        return Rules.Entries(schema, "properties").Select(p => (p.Name, p.Value));
    }

    private Dictionary<string, Rpc> ReadRpcs() =>
        _rules.GetProperty("rpcs").EnumerateObject().ToDictionary(r => r.Name, r => new Rpc(r.Name)
        {
            Request = r.Value.GetProperty("request").GetString() ?? "Empty",
            IsStream = Rules.IsTrue(r.Value, "stream"),
            Mask = r.Value.TryGetProperty("mask", out var mask) && !Rules.IsTrue(mask, "dead") ? ReadMask(mask) : null,
            Implicit = r.Value.TryGetProperty("implicit", out var paths) ? [.. paths.EnumerateArray().Select(p => p.GetString()!)] : [],
        });

    private MaskRule ReadMask(JsonElement mask)
    {
        var paths = mask.GetProperty("paths");
        return new MaskRule(
            _messages[mask.GetProperty("message").GetString()!],
            Rules.IsTrue(mask, "writes"),
            paths.ValueKind == JsonValueKind.String ? null : paths.EnumerateArray().Select(p => p.GetString()!).ToHashSet(StringComparer.Ordinal));
    }

    private List<Operation> ReadOperations(Dictionary<string, Rpc> rpcs)
    {
        var byOperation = new Dictionary<string, (Rpc Rpc, JsonElement Rule)>();
        foreach (var rule in _rules.GetProperty("rpcs").EnumerateObject())
        {
            foreach (var id in rule.Value.GetProperty("operations").EnumerateArray())
                byOperation[id.GetString()!] = (rpcs[rule.Name], rule.Value);
        }

        var builder = new RequestBuilder(new SchemaReader(_schemas, _messages, _enums), _messages);
        return
        [
            .. from path in _api.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               where operation.Value.ValueKind == JsonValueKind.Object && operation.Value.TryGetProperty("operationId", out _)
               select ReadOperation(path.Name, operation.Name, operation.Value, byOperation, builder),
        ];
    }

    private static Operation ReadOperation(string path, string method, JsonElement json, Dictionary<string, (Rpc Rpc, JsonElement Rule)> byOperation, RequestBuilder builder)
    {
        var id = json.GetProperty("operationId").GetString()!;
        var (rpc, rule) = byOperation[id];
        JsonElement? body = json.TryGetProperty("requestBody", out var content)
            ? content.GetProperty("content").GetProperty("application/json").GetProperty("schema")
            : null;
        var request = builder.Build(rpc.Request, json, body, rule);
        return new Operation(id, method.ToUpperInvariant(), new RouteTemplate(path), body is not null, request, rpc);
    }
}
