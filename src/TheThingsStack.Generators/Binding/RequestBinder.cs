using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Binding;

/// <summary>
/// Gathers what the bindings of one RPC send into one list of parameters.
/// An object that only identifies something is given by its parts; any other is given whole, and fills the route.
/// </summary>
internal sealed class RequestBinder(SchemaTable schemas, TypeBinder types, FaultList faults)
{
    private const string MaskWord = "mask";

    // Messages within messages multiply; no body is given by as many parts.
    private const int MostLeaves = 200;

    public RequestDraft Bind(string rpc, IReadOnlyList<SpecOperation> operations, RpcRules? rules)
    {
        var draft = new RequestDraft();
        foreach (var operation in operations)
            draft.Bindings.Add(new(operation));
        var place = rpc.Replace('/', '_');
        ReadBodies(draft, place, rules);
        foreach (var binding in draft.Bindings)
            AddBody(draft, binding, place, rules);
        foreach (var binding in draft.Bindings)
            AddPath(draft, binding, place, rules);
        foreach (var binding in draft.Bindings)
            AddQuery(draft, binding, place, rules);
        SetRequired(draft, rules);
        return draft;
    }

    // A body with a message of its own is one argument, as long as every binding sends the same; else its members are.
    private void ReadBodies(RequestDraft draft, string place, RpcRules? rules)
    {
        foreach (var binding in draft.Bindings)
        {
            if (binding.Operation.Body is not { } body)
                continue;
            var entry = body.Reference is { } reference ? schemas.ByReference(reference) : null;
            binding.BodyProperties = entry?.Schema.Properties ?? body.Properties;
            binding.BodyRules = entry?.Rules ?? (rules?.BodyMessage is { } named ? schemas.ByCleanName(named)?.Rules : null);
            binding.BodyMessage = WholeBody(binding, body, entry, place, rules);
        }

        var first = draft.Bindings[0].BodyMessage;
        if (first is not null && draft.Bindings.TrueForAll(b => first.Equals(b.BodyMessage)))
            return;
        foreach (var binding in draft.Bindings.Where(static b => b.BodyProperties?.Count > 0))
            binding.BodyMessage = null;
    }

    private TypeModel? WholeBody(DraftBinding binding, SpecSchema body, SchemaEntry? entry, string place, RpcRules? rules)
    {
        // A mask is an argument of its own, so that it is checked like every other.
        if (rules?.MaskMessage is not null && binding.BodyProperties!.Any(static p => p.Name == "field_mask"))
            return null;
        if (rules?.BodyMessage is { } named && schemas.ByCleanName(named) is { Kind: SchemaKind.Message } message)
            return IsIdentifier(message.TypeName) && binding.Path.Count > 0 ? null : types.TypeOf(message);
        if (rules?.Body.Count > 0)
            return null;
        if (entry is null && body.Properties.Count > 0)
            return null;
        var isPartOfRoute = entry is not null && binding.Path.Exists(p => p.Name.IndexOf('.') > 0
            && entry.Schema.Properties.Exists(f => LeadsOn(f.Schema) && p.Name.StartsWith(f.Name + ".", StringComparison.Ordinal)));
        return isPartOfRoute || (entry is { Kind: SchemaKind.Message } && IsGatewayBody(entry, binding)) ? null : types.TypeOf(body, place + "_body");
    }

    // A gateway document names the members of a body that are not in the route "…Body".
    private static bool IsGatewayBody(SchemaEntry entry, DraftBinding binding) =>
        entry.CleanName.EndsWith("Body", StringComparison.Ordinal) && binding.Operation.Id is { } id
        && entry.CleanName.Replace("_", "").EndsWith(Names.WithoutNumber(id.Substring(id.IndexOf('_') + 1)) + "Body", StringComparison.Ordinal);

    private void AddBody(RequestDraft draft, DraftBinding binding, string place, RpcRules? rules)
    {
        if (binding.BodyMessage is { } message)
        {
            binding.WholeBody = draft.GetOrAdd("", () => message, binding.Operation.Body?.Description);
            binding.WholeBody.IsRequired = true;
            return;
        }

        foreach (var property in binding.BodyProperties ?? [])
        {
            string? word = null;
            if (rules?.Body.TryGetValue(property.Name, out word) is not true)
                binding.BodyRules?.Fields.TryGetValue(property.Name, out word);
            var isInRoute = LeadsOn(property.Schema) && draft.Bindings.Exists(b => b.Path.Exists(p => p.Name.StartsWith(property.Name + ".", StringComparison.Ordinal)));

            // The request is the message itself here, so that the route's value is the message's.
            if (rules?.BodyMessage is not null && binding.HasPath(property.Name))
                continue;
            if (IsMask(property.Name, word, rules))
                binding.Body.Add(MaskParameter(draft, property.Name, property.Schema, rules!));
            else if (!isInRoute)
                binding.Body.Add(draft.GetOrAdd(property.Name, () => types.TypeOf(property.Schema, place + "_" + property.Name, word), property.Schema.Description));
            else if (Entity(binding, property, place, word) is { } entity)
                binding.Body.Add(draft.GetOrAdd(property.Name, () => entity, property.Schema.Description));
            else
                AddLeaves(draft, binding, property, place, word);
        }
    }

    private bool LeadsOn(SpecSchema schema) => schema.Reference is { } reference
        ? schemas.ByReference(reference) is { Kind: SchemaKind.Message }
        : schema.Type == "object" && schema.AdditionalProperties is null;

    private bool IsMask(string name, string? word, RpcRules? rules) =>
        (word == MaskWord || name == "field_mask") && rules?.MaskMessage is { } message && schemas.ByCleanName(message) is { Kind: SchemaKind.Message };

    private DraftParameter MaskParameter(RequestDraft draft, string name, SpecSchema schema, RpcRules rules) =>
        draft.GetOrAdd(name, () => new(TypeKind.Mask, schemas.ByCleanName(rules.MaskMessage!)!.TypeName), schema.Description);

    /// <summary>The message of a body member through which the route's values are reached; null where it only identifies.</summary>
    private TypeModel? Entity(DraftBinding binding, SpecProperty property, string place, string? word)
    {
        var message = Message(binding, property, place, word);
        return message is null || IsIdentifier(message.TypeName) ? null : types.TypeOf(message);
    }

    private SchemaEntry? Message(DraftBinding binding, SpecProperty property, string place, string? word)
    {
        if (word is not null || property.Schema.Reference is not null)
        {
            var named = word is not null ? schemas.ByCleanName(word) : schemas.ByReference(property.Schema.Reference!);
            return named is { Kind: SchemaKind.Message } ? named : null;
        }

        var inRoute = binding.Path
            .Where(p => p.Name.StartsWith(property.Name + ".", StringComparison.Ordinal))
            .Select(p => p.Name.Substring(property.Name.Length + 1).Split('.')[0]);
        return schemas.MessageLike(property.Schema.Properties.Select(static p => p.Name).Concat(inRoute), property.Name);
    }

    private static bool IsIdentifier(string name) =>
        name.EndsWith("Identifiers", StringComparison.Ordinal) || name.EndsWith("Identifier", StringComparison.Ordinal);

    // What identifies is given by its parts: those in this binding's route there, the others in its body.
    private void AddLeaves(RequestDraft draft, DraftBinding binding, SpecProperty property, string place, string? word)
    {
        var schema = Message(binding, property, place, word) is { } message ? message.Schema : property.Schema;
        var rules = Message(binding, property, place, word)?.Rules;
        foreach (var (wireName, leaf, leafWord) in Leaves(binding, property.Name, schema, rules, 0).Take(MostLeaves))
        {
            var parameter = draft.GetOrAdd(wireName, () => types.TypeOf(leaf, place + "_" + wireName, leafWord), leaf.Description);
            if (binding.HasPath(wireName))
                continue;
            binding.Body.Add(parameter);
            binding.Nested.Add(parameter);
        }
    }

    private IEnumerable<(string WireName, SpecSchema Schema, string? Word)> Leaves(DraftBinding binding, string prefix, SpecSchema schema, MessageRules? rules, int depth)
    {
        foreach (var property in schema.Properties)
        {
            if (rules is not null && IsExcludedByRoute(binding, prefix, property.Name, rules))
                continue;
            var wireName = prefix + "." + property.Name;
            string? word = null;
            rules?.Fields.TryGetValue(property.Name, out word);
            var entry = property.Schema.Reference is { } reference ? schemas.ByReference(reference) : null;
            if (entry is { Kind: SchemaKind.Message } && depth < 4)
            {
                foreach (var leaf in Leaves(binding, wireName, entry.Schema, entry.Rules, depth + 1))
                    yield return leaf;
            }
            else if (property.Schema.Properties.Count > 0 || (property.Schema.Type == "object" && property.Schema.AdditionalProperties is null))
            {
                foreach (var leaf in Leaves(binding, wireName, property.Schema, null, depth + 1))
                    yield return leaf;
            }
            else
            {
                yield return (wireName, property.Schema, word);
            }
        }
    }

    // A route that names one member of a oneof leaves no room for another in the body.
    private static bool IsExcludedByRoute(DraftBinding binding, string prefix, string field, MessageRules rules) =>
        rules.Oneofs.Any(oneof => oneof.Value.Contains(field)
            && oneof.Value.Any(member => member != field && binding.Path.Exists(p => p.Name.StartsWith($"{prefix}.{member}.", StringComparison.Ordinal))));

    private void AddPath(RequestDraft draft, DraftBinding binding, string place, RpcRules? rules)
    {
        foreach (var parameter in binding.Path)
        {
            if (draft.Find(binding, parameter.Name, types) is null)
                draft.GetOrAdd(parameter.Name, () => Simple(parameter, place, rules), parameter.Description, draft.Find(parameter.Name) is null ? null : "path");
        }

        foreach (var part in binding.Route)
        {
            if (part.IsValue && draft.Find(binding, part.Text, types) is null)
                AddUndeclared(draft, binding, part.Text);
        }
    }

    private void AddUndeclared(RequestDraft draft, DraftBinding binding, string name)
    {
        var operation = binding.Operation;
        faults.Add(FaultKind.Unsupported, operation.Offset, $"{operation.Label}: {name} is not declared; it is a text");
        binding.Path.Add(new() { Name = name, In = "path", Required = true, Offset = operation.Offset });
        draft.GetOrAdd(name, static () => TypeModel.Text, null, draft.Find(name) is null ? null : "path");
    }

    private void AddQuery(RequestDraft draft, DraftBinding binding, string place, RpcRules? rules)
    {
        foreach (var parameter in binding.Operation.Parameters)
        {
            var name = parameter.Name;
            if (parameter.In == "header")
                binding.Headers.Add(draft.GetOrAdd(name, static () => TypeModel.Text, parameter.Description, Apart(draft, name, static t => t.Kind == TypeKind.Text, "header")));
            if (parameter.In != "query")
                continue;
            var isMap = name.EndsWith("]", StringComparison.Ordinal) && name.IndexOf('[') > 0;
            if (isMap)
                name = name.Substring(0, name.IndexOf('['));
            var holder = IsMask(name, null, rules)
                ? MaskParameter(draft, name, parameter.Schema, rules!)
                : draft.GetOrAdd(name, () => isMap ? new(TypeKind.Map, Element: TypeModel.Text) : Simple(parameter, place, rules), parameter.Description, Apart(draft, name, IsQueryValue, "query"));

            // The Things Stack repeats the name, also where its older documents do not say so.
            holder.IsJoined |= rules is null && !parameter.Repeats && holder.Type.Kind == TypeKind.List;
            binding.Query.Add(holder);
        }
    }

    // One name can mean one thing in the body and another in the query; in a gateway's documents it never does.
    private static string? Apart(RequestDraft draft, string name, Func<TypeModel, bool> fits, string place) =>
        draft.Find(name) is { } known && !fits(known.Type) ? place : null;

    /// <summary>The type of a value in a route or a query string: a scalar, or a list or map of them.</summary>
    private TypeModel Simple(SpecParameter parameter, string place, RpcRules? rules)
    {
        string? word = null;
        rules?.Parameters.TryGetValue(parameter.Name, out word);
        var type = types.TypeOf(parameter.Schema, place + "_" + parameter.Name, word);
        if (parameter.In == "query" ? IsQueryValue(type) : type.IsPathValue)
            return type;
        if (type.Kind is not TypeKind.Node)
            faults.Add(FaultKind.Unsupported, parameter.Offset, $"{parameter.Name}: {Describe(type)} in a {parameter.In}; it is sent as the text given");
        return type.Kind == TypeKind.List && parameter.In == "query" ? TypeModel.ListOf(TypeModel.Text) : TypeModel.Text;
    }

    private static bool IsQueryValue(TypeModel type) => type.Kind switch
    {
        TypeKind.List => type.Element!.Kind is TypeKind.Text or TypeKind.Domain or TypeKind.Enum,
        TypeKind.Map => type.Element!.Kind == TypeKind.Text && type.Key == TypeKind.Text,
        _ => type.Kind == TypeKind.Text || type.IsValueType,
    };

    private static string Describe(TypeModel type) => type.Kind switch
    {
        TypeKind.Bytes => "bytes",
        TypeKind.Single or TypeKind.Double => "a fraction",
        TypeKind.List => "a list of other than texts",
        TypeKind.Map => "a map",
        _ => "an object",
    };

    private static void SetRequired(RequestDraft draft, RpcRules? rules)
    {
        foreach (var parameter in draft.Parameters)
        {
            var isInEveryRoute = draft.Bindings.TrueForAll(b => b.Path.Exists(p => draft.Of(p) == parameter));
            var fillsRoutes = parameter.Type.Kind == TypeKind.Message
                && draft.Bindings.TrueForAll(b => b.Body.Contains(parameter) && b.Path.Exists(p => p.Name.StartsWith(parameter.WireName + ".", StringComparison.Ordinal)));
            var isAskedFor = (rules?.Required.Contains(parameter.WireName) ?? false)
                && draft.Bindings.TrueForAll(b => b.Carries(parameter));
            var isReadMask = parameter.IsMask && rules is { MaskWrites: false };
            var isAskedForByDocument = rules is null && draft.Bindings.TrueForAll(b => b.Operation.Parameters.Exists(p => p.Required && draft.Of(p) == parameter));
            parameter.IsRequired |= isInEveryRoute || fillsRoutes || isAskedFor || isReadMask || isAskedForByDocument;
        }
    }
}
