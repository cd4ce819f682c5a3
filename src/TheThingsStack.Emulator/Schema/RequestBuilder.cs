using System.Text.Json;

namespace TheThingsStack.Emulator.Schema;

/// <summary>
/// Puts together the request message of an operation. The reference shows it in pieces only: the properties of the body,
/// and the leaves of the rest as parameters with dotted names.
/// </summary>
internal sealed class RequestBuilder(SchemaReader schemas, IReadOnlyDictionary<string, MessageType> messages)
{
    private readonly MessageType[] _identifiers =
        [.. messages.Values.Where(m => m.Name.Contains("Identifier", StringComparison.Ordinal)).OrderBy(m => m.Fields.Count).ThenBy(m => m.Name, StringComparer.Ordinal)];

    /// <param name="requestName">The name of the request message, defined or not.</param>
    /// <param name="operation">The operation with its parameters.</param>
    /// <param name="body">The schema of its body, if it takes one.</param>
    /// <param name="rule">What the rules say about the RPC: exclusive groups, limits, the types of properties.</param>
    public MessageType Build(string requestName, JsonElement operation, JsonElement? body, JsonElement rule)
    {
        if (messages.TryGetValue(requestName, out var defined))
            return defined;
        var request = new MessageType(requestName);
        if (body is { } schema && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
                request.Add(schemas.Field(property.Name, property.Value, Rules.Word(rule, "body", property.Name)));
        }

        var synthetic = new HashSet<MessageType> { request };
        if (operation.TryGetProperty("parameters", out var parameters))
        {
            foreach (var parameter in parameters.EnumerateArray())
                AddParameter(request, parameter.GetProperty("name").GetString()!, parameter.GetProperty("schema"), body is null, synthetic);
        }

        Recognize(request, synthetic);
        var oneofs = Rules.Oneofs(request, rule);
        var deprecated = Rules.Names(rule, "deprecatedFields");
        foreach (var field in request.Fields.ToArray())
            request.Replace(field with { Oneof = oneofs.GetValueOrDefault(field.Name), Limits = Rules.Limits(rule, field.Name), IsDeprecated = deprecated.Contains(field.Name) });
        return request;
    }

    private void AddParameter(MessageType request, string dottedName, JsonElement schema, bool isQuery, HashSet<MessageType> synthetic)
    {
        var segments = dottedName.Split('.');
        var message = request;
        foreach (var segment in segments[..^1])
        {
            if (message.Field(segment) is null)
            {
                var inner = new MessageType(segment);
                synthetic.Add(inner);
                message.Add(new FieldType(segment, new WireType(WireKind.Message) { Message = inner }));
            }

            message = message.Field(segment)!.Value.Message ?? throw new InvalidDataException($"Parameter {dottedName} of {request.Name} reaches into {segment}, which is no message.");
        }

        if (message.Field(segments[^1]) is not null)
            return;
        if (!synthetic.Contains(message))
            throw new InvalidDataException($"Parameter {dottedName} of {request.Name} is no field of {message.Name}.");
        var isMask = isQuery && segments[^1] == "field_mask";
        message.Add(schemas.Field(segments[^1], schema, isMask ? "mask" : null));
    }

    /// <summary>Replaces a message known by its parameters alone by the smallest message of identifiers that has them all.</summary>
    private void Recognize(MessageType message, HashSet<MessageType> synthetic)
    {
        foreach (var field in message.Fields.ToArray())
        {
            if (field.Value.Message is not { } inner || !synthetic.Contains(inner))
                continue;
            if (_identifiers.FirstOrDefault(i => inner.Fields.All(f => i.Field(f.Name) is not null)) is { } known)
                message.Replace(field with { Value = field.Value with { Message = known } });
            else
                Recognize(inner, synthetic);
        }
    }
}
