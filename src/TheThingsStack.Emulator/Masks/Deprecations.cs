using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Schema;

namespace TheThingsStack.Emulator.Masks;

/// <summary>Finds the deprecated fields that a request uses, in its message or in its mask.</summary>
internal static class Deprecations
{
    /// <returns>The fields by their paths within the request; those of a mask as the mask names them.</returns>
    public static IEnumerable<string> In(Operation operation, JsonObject request) =>
        InMessage(operation.Request, request, "").Concat(
            operation.Rpc.Mask is { } mask && MaskGuard.Paths(operation.Rpc, request) is { } paths ? paths.Where(p => IsDeprecated(mask.Message, p)) : []);

    private static IEnumerable<string> InMessage(MessageType type, JsonObject message, string prefix)
    {
        foreach (var field in type.Fields)
        {
            if (message[field.Name] is not { } value)
                continue;
            if (field.IsDeprecated)
                yield return prefix + field.Name;
            if (field.Value.Kind != WireKind.Message)
                continue;
            foreach (var found in Messages(value, field.Shape).SelectMany(m => InMessage(field.Value.Message!, m, $"{prefix}{field.Name}.")))
                yield return found;
        }
    }

    private static IEnumerable<JsonObject> Messages(JsonNode value, FieldShape shape) => shape switch
    {
        FieldShape.List => value.AsArray().Select(v => v!.AsObject()),
        FieldShape.Map => value.AsObject().Select(v => v.Value!.AsObject()),
        _ => [value.AsObject()],
    };

    private static bool IsDeprecated(MessageType message, string path)
    {
        MessageType? current = message;
        foreach (var segment in path.Split('.'))
        {
            if (current?.Field(segment) is not { } field)
                continue;
            if (field.IsDeprecated)
                return true;
            current = field.Descends;
        }

        return false;
    }
}
