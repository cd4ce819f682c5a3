using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Rules;

/// <summary>The rules of the RPCs that HTTP reaches.</summary>
internal static class RpcRules
{
    private const string Empty = "google.protobuf.Empty";

    public static JsonObject Build(Facts facts, Upstream upstream)
    {
        var operations = upstream.Operations.ToDictionary(o => o.Id, StringComparer.Ordinal);
        var rules = new JsonObject();
        foreach (var (fullName, node) in facts.Rpcs.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            var bindings = (node.Array("http") ?? []).Select(h => h.Text("operation_id")!).Where(operations.ContainsKey).Select(id => operations[id]).ToList();
            if (bindings.Count > 0)
                rules[$"{node.Text("service")}/{node.Text("method")}"] = Rpc(facts, upstream, (JsonObject)node!, bindings);
        }
        return rules;
    }

    private static JsonObject Rpc(Facts facts, Upstream upstream, JsonObject fact, List<UpstreamOperation> bindings)
    {
        var request = fact.Text("request")!;
        var requestName = facts.Types.Name(request);
        var mask = Mask(facts, fact);
        var anonymous = requestName is null && facts.Types.Messages.ContainsKey(request);
        var limits = anonymous ? RequestLimits(facts, request) : null;
        var rule = new JsonObject
        {
            ["operations"] = bindings.Select(b => b.Id).ToJsonArray(),
            ["request"] = requestName ?? (request == Empty ? null : request),
            ["response"] = fact.Text("response") is { } response and not Empty ? facts.Types.Name(response) : null,
        };
        return rule
            .With("stream", fact.Flag("server_streaming") ? true : null)
            .With("deprecated", fact.Flag("deprecated") ? true : null)
            .With("mask", mask)
            .With("implicit", Implicit(facts, upstream, mask, bindings))
            .With("parameters", Parameters(facts, request, bindings).NullIfEmpty())
            .With("body", Body(facts, upstream, request, requestName, bindings))
            .With("oneofs", anonymous ? facts.OneofsOf(request) : null)
            .With("deprecatedFields", anonymous ? DeprecatedFields(facts, request) : null)
            .With("limits", limits)
            .With("order", Order(limits));
    }

    // An API key that is left without rights is no more: the server deletes it, and takes an empty mask for one that names the rights.
    private const string KeyUpdate = "UpdateAPIKey";
    private const string KeyRights = "rights";

    private static JsonObject? Mask(Facts facts, JsonObject fact)
    {
        if (facts.Masks.Object($"{fact.Text("service")}/{fact.Text("method")}") is not { } mask)
            return null;
        var target = mask.Text("message")!;
        return new JsonObject
        {
            ["message"] = facts.Types.Name(target) ?? throw new InputException($"Upstream's document does not define {target}, which a mask selects from."),
            ["writes"] = mask.Flag("writes"),
            ["paths"] = mask["allowed"]!.DeepClone(),
        }
            .With("deletes", fact.Text("method") == KeyUpdate ? KeyRights : null)
            .With("dead", fact.Flag("request_has_field_mask") ? null : true);
    }

    private static JsonArray? Implicit(Facts facts, Upstream upstream, JsonObject? mask, List<UpstreamOperation> bindings)
    {
        if (mask is null || mask.Flag("dead"))
            return null;
        var target = upstream.Find(mask.Text("message")!)!;
        var proto = facts.Types.Messages.First(m => facts.Types.Name(m.Key) == target.Name).Key;
        return ImplicitPaths.Of(bindings[0].Path, target, facts.OneofsOf(proto));
    }

    private static JsonObject Parameters(Facts facts, string request, List<UpstreamOperation> bindings)
    {
        var parameters = new JsonObject();
        foreach (var name in bindings.SelectMany(b => b.Parameters).Select(p => CleanNames.OfParameter(p.Name)).Distinct(StringComparer.Ordinal))
        {
            if (facts.Types.Find(request, name) is { } fact)
                parameters.With(name, facts.Types.ParameterWord(name.Split('.')[^1], fact));
        }
        return parameters;
    }

    /// <summary>The message that the body is, or the types of its properties where the body has no definition.</summary>
    private static JsonNode? Body(Facts facts, Upstream upstream, string request, string? requestName, List<UpstreamOperation> bindings)
    {
        var bodies = bindings.Where(b => b.Body is not null).ToList();
        if (bodies.Count == 0)
            return null;
        if (requestName is not null)
            return requestName;
        var sent = bodies.SelectMany(upstream.BodyProperties).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var words = new JsonObject();
        foreach (var (field, fact) in InNumberOrder(facts.Types.Messages.Object(request).Object("fields")).Where(f => sent.Contains(f.Key)))
            words[field] = facts.Types.RequestWord(field, fact);
        return words;
    }

    private static JsonObject? RequestLimits(Facts facts, string request)
    {
        var limits = new JsonObject();
        foreach (var (field, fact) in InNumberOrder(facts.Types.Messages.Object(request).Object("fields")))
            limits.With(field, facts.Types.LimitsOf(fact));
        return limits.NullIfEmpty();
    }

    private static JsonArray? DeprecatedFields(Facts facts, string request)
    {
        var fields = InNumberOrder(facts.Types.Messages.Object(request).Object("fields")).Where(f => f.Value.Flag("deprecated")).Select(f => f.Key).ToList();
        return fields.Count == 0 ? null : fields.ToJsonArray();
    }

    private static IEnumerable<KeyValuePair<string, JsonObject>> InNumberOrder(JsonObject? fields) =>
        fields.Entries().Select(f => KeyValuePair.Create(f.Key, (JsonObject)f.Value!)).OrderBy(f => f.Value["number"]!.GetValue<int>());

    /// <summary>What a list can be sorted by; the empty text, the server's own order, goes without saying.</summary>
    private static JsonArray? Order(JsonObject? limits) =>
        (limits.Object("order") ?? limits.Object("order_by")).Array("enum") is { } values
            ? values.Texts().Where(v => v.Length > 0).ToJsonArray()
            : null;
}
