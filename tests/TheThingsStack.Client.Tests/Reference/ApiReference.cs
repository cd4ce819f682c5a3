using System.Text.Json.Nodes;

namespace TheThingsStack.Client.Tests.Reference;

/// <summary>
/// What the server expects, read from <c>spec/</c> and from nothing else: these tests compare the generated client with it,
/// so no line of the generator has a part in it.
/// </summary>
public static class ApiReference
{
    private static readonly JsonObject s_document = Load("openapi");
    private static readonly JsonObject s_rules = Load("rules");

    public static IReadOnlyList<Operation> Operations { get; } = ReadOperations();

    public static IReadOnlyList<Rpc> Rpcs { get; } = ReadRpcs();

    /// <summary>The names of all messages: no wrappers, which are bare values in JSON.</summary>
    public static IReadOnlyList<string> Messages { get; } =
        [.. s_rules["messages"]!.AsObject().Where(m => m.Value!["wrapper"] is null).Select(m => m.Key), "Status"];

    public static IReadOnlyList<string> Enums { get; } = [.. s_rules["enums"]!.AsObject().Select(e => e.Key)];

    /// <summary>The messages that a mask selects from, of an RPC or of a field.</summary>
    public static IReadOnlyList<string> MaskTargets { get; } =
        [.. Rpcs.Where(r => r.MaskMessage is not null).Select(r => r.MaskMessage!).Concat(FieldMaskTargets()).Distinct().Order(StringComparer.Ordinal)];

    public static JsonObject Schema(string name) => s_document["components"]!["schemas"]![name]!.AsObject();

    /// <summary>What the rules say about a message; null for the few that come from elsewhere, such as <c>Status</c>.</summary>
    public static JsonObject? MessageRules(string name) => s_rules["messages"]![name]?.AsObject();

    public static JsonObject EnumRules(string name) => s_rules["enums"]![name]!.AsObject();

    public static bool IsEnum(string name) => s_rules["enums"]!.AsObject().ContainsKey(name);

    public static bool IsWrapper(string name) => MessageRules(name)?["wrapper"] is not null;

    /// <summary>The wire names of a message's fields, in declaration order.</summary>
    public static IEnumerable<string> Fields(string message) => (Schema(message)["properties"]?.AsObject() ?? []).Select(p => p.Key);

    /// <summary>The oneofs of a message, with their members.</summary>
    public static IEnumerable<(string Name, string[] Members)> Oneofs(string message) =>
        (MessageRules(message)?["oneofs"]?.AsObject() ?? []).Select(o => (o.Key, o.Value!["members"]!.AsArray().Select(m => (string)m!).ToArray()));

    /// <summary>The server of a route, as the rules name it.</summary>
    public static string Server(string route)
    {
        var segment = route.Split('/')[1];
        return s_rules["servers"]!.AsObject().Single(s => s.Value!.AsArray().Any(p => (string)p! == segment)).Key;
    }

    /// <summary>The last part of a reference: <c>#/components/schemas/EndDevice</c> is <c>EndDevice</c>.</summary>
    public static string Target(string reference) => reference[(reference.LastIndexOf('/') + 1)..];

    private static IEnumerable<string> FieldMaskTargets() => s_rules["messages"]!.AsObject()
        .SelectMany(m => m.Value!["fields"]?.AsObject() ?? [])
        .Select(f => (string)f.Value!)
        .Where(w => w.StartsWith("mask<", StringComparison.Ordinal))
        .Select(w => w[5..^1]);

    private static List<Operation> ReadOperations() =>
        [.. s_document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => new Operation(p.Key, o.Key.ToUpperInvariant(), o.Value!.AsObject())))];

    private static List<Rpc> ReadRpcs()
    {
        var byId = Operations.ToDictionary(o => o.Id);
        return [.. s_rules["rpcs"]!.AsObject().Select(r => new Rpc(r.Key, r.Value!.AsObject(), byId))];
    }

    private static JsonObject Load(string resource)
    {
        using var stream = typeof(ApiReference).Assembly.GetManifestResourceStream(resource)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
