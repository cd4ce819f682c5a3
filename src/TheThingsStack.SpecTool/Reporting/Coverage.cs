using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Corrections;
using TheThingsStack.SpecTool.Reading;
using TheThingsStack.SpecTool.Rules;

namespace TheThingsStack.SpecTool.Reporting;

/// <summary>What the rules do not say about a reference, and what they say about things that it does not have.</summary>
internal sealed record Coverage(IReadOnlyList<string> WithoutRule, IReadOnlyList<string> WithoutReference)
{
    public static Coverage Of(Upstream upstream, RulesDocument rules) => new(
        [.. Routes(upstream, rules), .. Operations(upstream, rules), .. Messages(upstream, rules), .. Enums(upstream, rules)],
        [.. Unused(upstream, rules)]);

    private static IEnumerable<string> Routes(Upstream upstream, RulesDocument rules) =>
        upstream.Operations.Where(o => !rules.KnowsRoute(o.Path)).Select(o => $"server of {o.Path}");

    private static IEnumerable<string> Operations(Upstream upstream, RulesDocument rules)
    {
        foreach (var operation in upstream.Operations)
        {
            if (!rules.KnowsOperation(operation.Id))
                yield return $"operation {operation.Id}";
            var rule = rules.Rpc(operation);
            foreach (var parameter in operation.Parameters.Where(p => !IsSaid(rule.Object("parameters"), p)))
                yield return $"parameter {operation.Id}: {parameter.Name}";
            foreach (var (field, _) in upstream.BodyProperties(operation))
            {
                if (upstream.BodyMessage(operation) is null && rule.Text("body") is null && rule.Object("body").Text(field) is null)
                    yield return $"parameter {operation.Id}: {field} (body)";
            }
        }
    }

    private static bool IsSaid(JsonObject? words, UpstreamParameter parameter) =>
        words.Text(CleanNames.OfParameter(parameter.Name)) is not null || UpstreamTypes.IsExact(UpstreamTypes.Element(parameter.Schema));

    private static IEnumerable<string> Messages(Upstream upstream, RulesDocument rules)
    {
        foreach (var message in upstream.Messages)
        {
            if (rules.Message(message.Name) is null)
                yield return $"message {message.Name}";
            foreach (var (field, schema) in message.Properties)
            {
                if (rules.FieldWord(message.Name, field) is null && !UpstreamTypes.IsExact(UpstreamTypes.Element(schema)))
                    yield return $"property {message.Name}.{field}";
            }
        }
    }

    private static IEnumerable<string> Enums(Upstream upstream, RulesDocument rules)
    {
        foreach (var definition in upstream.Enums)
        {
            var values = rules.Enum(definition.Name).Object("values");
            if (values is null)
                yield return $"enum {definition.Name}";
            foreach (var name in definition.EnumNames.Where(n => values is not null && !values.ContainsKey(n)))
                yield return $"enum value {definition.Name}.{name}";
        }
    }

    private static IEnumerable<string> Unused(Upstream upstream, RulesDocument rules)
    {
        var operations = upstream.Operations.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (rpc, rule) in rules.Rpcs)
        {
            foreach (var operation in rule.Array("operations").Texts().Where(o => !operations.Contains(o)))
                yield return $"operation {operation} of {rpc}";
        }
        foreach (var (name, _) in rules.Root.Object("messages").Entries().Where(m => upstream.Find(m.Key) is null))
            yield return $"message {name}";
        foreach (var (name, _) in rules.Root.Object("enums").Entries().Where(m => upstream.Find(m.Key) is null))
            yield return $"enum {name}";
    }
}
