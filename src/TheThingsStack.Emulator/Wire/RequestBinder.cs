using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TheThingsStack.Emulator.Schema;

namespace TheThingsStack.Emulator.Wire;

/// <summary>
/// Builds the request message of a call from its parts, as the gateway does: the body or else the query, then the path,
/// whose values win. What does not fit is refused before anything else is looked at.
/// </summary>
internal static class RequestBinder
{
    public static JsonObject Bind(Operation operation, IReadOnlyList<KeyValuePair<string, string>> path, IQueryCollection query, ReadOnlyMemory<byte> body)
    {
        var request = operation.HasBody ? ReadBody(operation.Request, body) : [];
        if (!operation.HasBody)
            ReadQuery(operation, request, query);
        foreach (var (name, value) in path)
            SetPath(operation.Request, request, name, value);
        return request;
    }

    private static JsonObject ReadBody(MessageType type, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return [];
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Null ? [] : MessageReader.Read(type, document.RootElement);
        }
        catch (JsonException e)
        {
            throw Invalid($"cannot read the request body: {e.Message}");
        }
    }

    private static void ReadQuery(Operation operation, JsonObject request, IQueryCollection query)
    {
        var pathParameters = operation.Template.Parameters.ToHashSet(StringComparer.Ordinal);
        foreach (var (key, values) in query)
        {
            if (!pathParameters.Contains(key))
                SetQuery(operation.Request, request, key, [.. values.Select(v => v ?? "")]);
        }
    }

    /// <summary>Sets the field that a query key names with dots; a key that names none is ignored.</summary>
    private static void SetQuery(MessageType type, JsonObject message, string key, string[] values)
    {
        var (name, mapKey) = SplitMapKey(key);
        var segments = name.Split('.');
        for (var i = 0; i < segments.Length; i++)
        {
            if (type.FieldByKey(segments[i]) is not { } field)
                return;
            if (i == segments.Length - 1)
                SetLeaf(type, field, message, key, mapKey, values);
            else if (field is { Shape: FieldShape.Single, Value.Kind: WireKind.Mask } && segments[i + 1] == "paths" && i == segments.Length - 2)
                message[field.Name] = Scalars.Mask(values);
            if (i == segments.Length - 1 || field is not { Shape: FieldShape.Single, Value: { Kind: WireKind.Message, Message: { } inner } })
                return;
            MessageReader.RequireExclusive(type, field, message);
            message = Below(message, field.Name);
            type = inner;
        }
    }

    private static void SetLeaf(MessageType type, FieldType field, JsonObject message, string key, string? mapKey, string[] values)
    {
        if (field.Shape == FieldShape.List)
        {
            message[field.Name] = new JsonArray([.. values.Select(v => Parameter(field, key, v))]);
            return;
        }

        if (values.Length > 1)
            throw Invalid($"too many values for field \"{key}\": {string.Join(", ", values)}");
        if (field.Shape == FieldShape.Map)
            Below(message, field.Name)[mapKey ?? throw Invalid($"no key given for map field \"{key}\"")] = Parameter(field, key, values[0]);
        else
            SetSingle(type, field, message, key, values[0]);
    }

    private static void SetSingle(MessageType type, FieldType field, JsonObject message, string key, string text)
    {
        MessageReader.RequireExclusive(type, field, message);
        var value = Parameter(field, key, text);
        message.Remove(field.Name);
        if (field.KeepsZero || !Scalars.IsZero(field.Value, value))
            message[field.Name] = value;
    }

    private static void SetPath(MessageType type, JsonObject message, string name, string text)
    {
        var segments = name.Split('.');
        foreach (var segment in segments[..^1])
        {
            var inner = type.Field(segment)!;
            MessageReader.RequireExclusive(type, inner, message);
            message = Below(message, segment);
            type = inner.Value.Message!;
        }

        SetSingle(type, type.Field(segments[^1])!, message, name, text);
    }

    private static JsonObject Below(JsonObject message, string name)
    {
        if (message[name] is not JsonObject inner)
            message[name] = inner = [];
        return inner;
    }

    private static JsonNode Parameter(FieldType field, string key, string text)
    {
        var type = field.Value.Kind == WireKind.Wrapper ? field.Value.Message!.Fields[0].Value : field.Value;
        return Scalars.ReadParameter(type, text) ?? throw Invalid($"type mismatch, parameter: {key}, value: {text}");
    }

    private static (string Name, string? MapKey) SplitMapKey(string key)
    {
        var bracket = key.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && key.EndsWith(']') ? (key[..bracket], key[(bracket + 1)..^1]) : (key, null);
    }

    private static ApiException Invalid(string message) => ApiError.Bare(RpcCode.InvalidArgument, message).Raise();
}
