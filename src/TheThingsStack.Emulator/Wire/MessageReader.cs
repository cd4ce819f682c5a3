using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Schema;

namespace TheThingsStack.Emulator.Wire;

/// <summary>
/// Reads a message of a request body into the canonical tree that is stored and written: declared names, one spelling
/// for each value, nothing that is zero. Unknown keys are ignored; a value of the wrong type refuses the whole body.
/// </summary>
internal static class MessageReader
{
    public static JsonObject Read(MessageType type, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Wrong(type.Name);
        var message = new JsonObject();
        foreach (var property in json.EnumerateObject())
        {
            if (type.FieldByKey(property.Name) is not { } field)
                continue;
            message.Remove(field.Name);
            if (property.Value.ValueKind == JsonValueKind.Null || ReadField(field, property.Value) is not { } value)
                continue;
            RequireExclusive(type, field, message);
            message[field.Name] = value;
        }

        return message;
    }

    /// <summary>Refuses a second member of an exclusive group.</summary>
    public static void RequireExclusive(MessageType type, FieldType field, JsonObject message)
    {
        if (field.Oneof is { } oneof && type.Members(oneof).Any(m => m != field && message[m.Name] is not null))
            throw ApiError.Bare(RpcCode.InvalidArgument, $"field {field.Name}: oneof {oneof} is already set").Raise();
    }

    private static JsonNode? ReadField(FieldType field, JsonElement json)
    {
        switch (field.Shape)
        {
            case FieldShape.List:
                return ReadList(field, json);
            case FieldShape.Map:
                return ReadMap(field, json);
            default:
                var value = ReadValue(field.Name, field.Value, json);
                return field.KeepsZero || !Scalars.IsZero(field.Value, value) ? value : null;
        }
    }

    private static JsonArray? ReadList(FieldType field, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
            throw Wrong(field.Name);
        var list = new JsonArray();
        foreach (var item in json.EnumerateArray())
            list.Add(ReadValue(field.Name, field.Value, item));
        return list.Count > 0 ? list : null;
    }

    private static JsonObject? ReadMap(FieldType field, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Wrong(field.Name);
        var map = new JsonObject();
        foreach (var entry in json.EnumerateObject())
            map[ReadKey(field, entry.Name)] = ReadValue(field.Name, field.Value, entry.Value);
        return map.Count > 0 ? map : null;
    }

    private static string ReadKey(FieldType field, string key) => field.MapKey switch
    {
        WireKind.String => key,
        WireKind.UInt32 when uint.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        WireKind.UInt64 when ulong.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => throw Wrong(field.Name),
    };

    private static JsonNode ReadValue(string name, WireType type, JsonElement json) => type.Kind switch
    {
        WireKind.Message => Read(type.Message!, json),
        WireKind.Wrapper => ReadValue(name, type.Message!.Fields[0].Value, json),
        WireKind.Struct or WireKind.Any => json.ValueKind == JsonValueKind.Object ? JsonObject.Create(json.Clone())! : throw Wrong(name),
        WireKind.Mask => ReadMask(name, json),
        _ => Scalars.Read(type, json) ?? throw Wrong(name),
    };

    /// <summary>A mask is an object with a list of paths; the comma separated text of a query is understood as well.</summary>
    private static JsonObject ReadMask(string name, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
            return Scalars.ReadParameter(new WireType(WireKind.Mask), json.GetString()!)!.AsObject();
        if (json.ValueKind != JsonValueKind.Object)
            throw Wrong(name);
        if (!json.TryGetProperty("paths", out var paths) || paths.ValueKind == JsonValueKind.Null)
            return Scalars.Mask([]);
        if (paths.ValueKind != JsonValueKind.Array || paths.EnumerateArray().Any(p => p.ValueKind != JsonValueKind.String))
            throw Wrong(name);
        return Scalars.Mask(paths.EnumerateArray().Select(p => p.GetString()!));
    }

    private static ApiException Wrong(string name) =>
        ApiError.Bare(RpcCode.InvalidArgument, $"cannot read the value of {name} in the request body").Raise();
}
