using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Rules;

/// <summary>Makes the rules file from the facts, for what upstream's document has.</summary>
internal static class RulesBuilder
{
    public static RulesDocument Build(Facts facts, Upstream upstream) => new(new JsonObject
    {
        ["version"] = facts.Version,
        ["servers"] = Servers.ToJson(),
        ["messages"] = Sorted(facts.Types.Messages, facts, (proto, name) => Message(facts, proto, upstream.Find(name)!)),
        ["enums"] = Sorted(facts.Types.Enums, facts, (proto, name) => Enum(facts.Types.Enums.Object(proto)!, upstream.Find(name)!)),
        ["rpcs"] = RpcRules.Build(facts, upstream),
    });

    private static JsonObject Sorted(JsonObject protoTypes, Facts facts, Func<string, string, JsonObject> rule)
    {
        var rules = new JsonObject();
        var named = protoTypes.Select(t => (Proto: t.Key, Name: facts.Types.Name(t.Key))).Where(t => t.Name is not null);
        foreach (var (proto, name) in named.OrderBy(t => t.Name, StringComparer.Ordinal))
            rules[name!] = rule(proto, name!);
        return rules;
    }

    private static JsonObject Message(Facts facts, string proto, UpstreamDefinition definition)
    {
        var fact = facts.Types.Messages.Object(proto)!;
        var fields = new JsonObject();
        var limits = new JsonObject();
        var deprecated = new List<string>();
        foreach (var (field, schema) in definition.Properties)
        {
            if (fact.Object("fields").Object(field) is not { } fieldFact)
                continue;
            fields.With(field, facts.Types.FieldWord(proto, field, fieldFact, schema));
            limits.With(field, facts.Types.LimitsOf(fieldFact));
            if (fieldFact.Flag("deprecated"))
                deprecated.Add(field);
        }
        return new JsonObject { ["proto"] = fact.Text("full_name") }
            .With("wrapper", fact.Flag("wrapper") ? true : null)
            .With("oneofs", facts.OneofsOf(proto))
            .With("fields", fields.NullIfEmpty())
            .With("deprecated", deprecated.Count == 0 ? null : deprecated.ToJsonArray())
            .With("limits", limits.NullIfEmpty());
    }

    private static JsonObject Enum(JsonObject fact, UpstreamDefinition definition)
    {
        var numbers = (fact.Array("values") ?? []).ToDictionary(v => v.Text("name")!, v => v!["number"]!.GetValue<int>(), StringComparer.Ordinal);
        var values = new JsonObject();
        foreach (var name in definition.EnumNames.Where(numbers.ContainsKey))
            values[name] = numbers[name];
        return new JsonObject { ["wire"] = fact.Text("emitted_as"), ["values"] = values }
            .With("written", Written(fact, numbers).NullIfEmpty())
            .With("accepts", Accepts(fact).NullIfEmpty());
    }

    /// <summary>The name that the server writes, for numbers that have several.</summary>
    private static JsonObject Written(JsonObject fact, Dictionary<string, int> numbers)
    {
        var written = new JsonObject();
        foreach (var group in numbers.GroupBy(n => n.Value).Where(g => g.Count() > 1).OrderBy(g => g.Key))
        {
            var number = group.Key.ToString(System.Globalization.CultureInfo.InvariantCulture);
            written[number] = fact.Object("emitted")![number]!.DeepClone();
        }
        return written;
    }

    private static JsonObject Accepts(JsonObject fact)
    {
        var accepts = new JsonObject();
        var texts = fact.Object("extra_accepted_strings").Entries().Select(a => (Text: a.Key, Number: a.Value!.GetValue<int>()));
        foreach (var (text, number) in texts.OrderBy(a => a.Number).ThenBy(a => a.Text, StringComparer.Ordinal))
            accepts[text] = number;
        return accepts;
    }
}
