using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Corrections;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Rules;

/// <summary>The messages and enums of the facts, under our names, and the type words of their fields.</summary>
internal sealed class FactTypes
{
    private const string WrapperPrefix = "wrapper:";

    // What the masks inside of messages select from. The facts give a target for requests only.
    private static readonly Dictionary<string, string> MaskTargets = new(StringComparer.Ordinal)
    {
        ["ApplicationWebhook"] = "ApplicationUp",
        ["ApplicationWebhookTemplate"] = "ApplicationUp",
        ["BatchGetGatewayConnectionStatsRequest"] = "GatewayConnectionStats",
        ["EndDeviceTemplate"] = "EndDevice",
        ["ListGatewaysRequest"] = "Gateway",
        ["QRCodeFormat"] = "EndDevice",
    };

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public FactTypes(JsonObject fieldTypes, Upstream upstream)
    {
        Messages = fieldTypes.Object("messages")!;
        Enums = fieldTypes.Object("enums")!;
        foreach (var (protoName, node) in Messages.Concat(Enums))
        {
            if (node.Text("swagger_definition") is { } definition && upstream.Find(CleanNames.OfDefinition(definition)) is { } found)
                _names[protoName] = found.Name;
        }
    }

    /// <summary>By protobuf name without the package.</summary>
    public JsonObject Messages { get; }

    public JsonObject Enums { get; }

    /// <summary>Our name of a message or enum; null where upstream's document does not define it.</summary>
    public string? Name(string protoName) => _names.GetValueOrDefault(protoName);

    /// <summary>The word of a field in a message; null where upstream says its type: plain strings, booleans, messages and enums.</summary>
    public string? FieldWord(string message, string field, JsonObject fact, JsonObject upstreamSchema)
    {
        var word = Word(field, fact, MaskTargets.TryGetValue(message, out var target) ? $"mask<{target}>" : TypeWords.Mask);
        if (MapKey(fact) is { } key and not "string")
            return $"map<{key},{word ?? PlainWord(fact)}>";
        return word ?? (UpstreamTypes.IsExact(UpstreamTypes.Element(upstreamSchema)) ? null : PlainWord(fact));
    }

    /// <summary>The word of a field where no definition says its type: every field has one.</summary>
    public string RequestWord(string field, JsonObject fact) => Word(field, fact, TypeWords.Mask) ?? PlainWord(fact);

    /// <summary>The word of a parameter; null for plain strings and booleans.</summary>
    public string? ParameterWord(string field, JsonObject fact) => RequestWord(field, fact) is var word and not ("string" or "bool") ? word : null;

    public static bool IsNullable(JsonObject fact) => fact.Text("json")!.StartsWith(WrapperPrefix, StringComparison.Ordinal);

    /// <summary>The fact about a field that a dotted path from a message leads to, or null.</summary>
    public JsonObject? Find(string message, string path)
    {
        JsonObject? fact = null;
        foreach (var field in path.Split('.'))
        {
            fact = Messages.Object(message).Object("fields").Object(field);
            message = fact.Text("element") ?? "";
        }
        return fact;
    }

    /// <summary>The limits of a field in the rules file's keywords, or null.</summary>
    public JsonObject? LimitsOf(JsonObject fact) =>
        Limits.Of(fact.Object("validate"), fact.Text("json") is "bytes-hex" or "dev-addr-prefix", number => EnumValue(fact.Text("element")!, number));

    private JsonNode EnumValue(string protoName, int number)
    {
        var fact = Enums.Object(protoName);
        return fact.Object("emitted")?[number.ToString(System.Globalization.CultureInfo.InvariantCulture)]?.DeepClone()
            ?? throw new InputException($"The facts hold no value {number} of the enum {protoName}.");
    }

    private static string? Word(string field, JsonObject fact, string mask) => fact.Text("json") switch
    {
        "bytes-hex" => DomainTypes.Of(fact["hex_bytes"]!.GetValue<int>(), field),
        "bytes-base64" => "base64",
        "dev-addr-prefix" => "DevAddrPrefix",
        "field-mask-object" => mask,
        "number-32" or "number-float" or "int64-string" => fact.Text("element"),
        "timestamp" or "duration" or "struct" or "any" => fact.Text("json"),
        "string" or "bool" or "object" or "enum-string" or "enum-number" or "ttn-wrapper" => null,
        { } json when json.StartsWith(WrapperPrefix, StringComparison.Ordinal) => WrappedWord(fact.Text("element")!),
        var other => throw new InputException($"The facts give the field {field} an encoding called {other} that this tool does not know."),
    };

    /// <summary><c>google.protobuf.UInt32Value</c> is <c>uint32</c>.</summary>
    private static string? WrappedWord(string element) =>
        element["google.protobuf.".Length..^"Value".Length].ToLowerInvariant() is var scalar and not ("bool" or "string") ? scalar : null;

    private string PlainWord(JsonObject fact) => fact.Text("json") switch
    {
        "string" or "wrapper:string" => "string",
        "bool" or "wrapper:bool" => "bool",
        _ => Name(fact.Text("element")!) ?? throw new InputException($"Upstream's document does not define {fact.Text("element")}, which a request contains."),
    };

    /// <summary><c>map&lt;uint32,X&gt;</c> has the key <c>uint32</c>.</summary>
    private static string? MapKey(JsonObject fact) =>
        fact.Text("kind") == "map" ? fact.Text("proto")!.Split('<', ',')[1] : null;
}
