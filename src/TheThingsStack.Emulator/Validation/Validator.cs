using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Validation;

/// <summary>
/// Checks a request against the limits of its fields. Of an entity that comes with a mask only the masked fields and the
/// identifiers are checked; without a mask all of it is, what is absent included.
/// </summary>
internal sealed class Validator(TimeProvider clock)
{
    public void Check(Operation operation, JsonObject request)
    {
        var paths = MaskGuard.Paths(operation.Rpc, request);
        var entity = MaskGuard.EntityField(operation);
        foreach (var field in operation.Request.Fields)
        {
            var isMasked = paths is { Count: > 0 } && field == entity;
            var part = isMasked ? PathTree.Of(paths!.Append("ids")) : null;
            if (Field(operation.Rpc.Request, field, request, part) is { } violation)
                throw violation.ToError().Raise();
        }

        if (MissingOneof(operation.Rpc.Request, operation.Request, request) is { } missing)
            throw missing.ToError().Raise();
    }

    private Violation? Message(MessageType type, JsonObject message, PathTree? paths)
    {
        foreach (var field in type.Fields)
        {
            if (Part(field, paths, out var below) && Field(type.Name, field, message, below) is { } violation)
                return violation;
        }

        return paths is null ? MissingOneof(type.Name, type, message) : null;
    }

    /// <summary>A group of exclusive fields of which one must be set, and none is.</summary>
    private static Violation? MissingOneof(string owner, MessageType type, JsonObject message)
    {
        var missing = type.Oneofs.Where(o => o.Value && type.Members(o.Key).All(m => message[m.Name] is null)).Select(o => o.Key).FirstOrDefault();
        return missing is null ? null : new Violation(owner, missing, "value is required");
    }

    /// <summary>Whether a field is within the paths, and which paths go on below it; none means all of it.</summary>
    private static bool Part(FieldType field, PathTree? paths, out PathTree? below)
    {
        below = null;
        if (paths is null)
            return true;
        if (field.Oneof is { } oneof)
        {
            if (!paths.Children.TryGetValue(oneof, out paths))
                return false;
            if (paths.IsWhole)
                return true;
        }

        if (!paths.Children.TryGetValue(field.Name, out var found))
            return false;
        below = found.IsWhole ? null : found;
        return true;
    }

    private Violation? Field(string owner, FieldType field, JsonObject message, PathTree? below)
    {
        var value = message[field.Name];
        return field.Shape switch
        {
            FieldShape.List => List(owner, field, value as JsonArray ?? []),
            FieldShape.Map => Map(owner, field, value as JsonObject ?? []),
            _ when value is not null => Value(owner, field.Name, field.Value, field.Limits, value, below),
            _ when field.Limits.Required => new Violation(owner, field.Name, "value is required"),
            _ when field.KeepsZero => null,
            _ => Value(owner, field.Name, field.Value, field.Limits, Scalars.Zero(field.Value), below),
        };
    }

    private Violation? Value(string owner, string name, WireType type, Limits limits, JsonNode value, PathTree? below)
    {
        if (type.Kind == WireKind.Message)
            return Embedded(owner, name, Message(type.Message!, value.AsObject(), below));
        if (type.Kind == WireKind.Wrapper)
        {
            var inner = type.Message!.Fields[0];
            return Embedded(owner, name, Value(type.Message.Name, inner.Name, inner.Value, inner.Limits, value, null));
        }

        return ValueRules.Check(type, limits, value, clock.GetUtcNow()) is { } reason ? new Violation(owner, name, reason) : null;
    }

    private Violation? List(string owner, FieldType field, JsonArray items)
    {
        if (field.Limits.IgnoreEmpty && items.Count == 0)
            return null;
        if (ValueRules.Count(field.Limits, items.Count) is { } reason)
            return new Violation(owner, field.Name, reason);
        if (field.Limits.UniqueItems && items.Select(i => i!.ToJsonString()).Distinct().Count() < items.Count)
            return new Violation(owner, field.Name, "repeated value must contain unique items");
        return items
            .Select((item, index) => Value(owner, $"{field.Name}[{index}]", field.Value, field.Limits.Items ?? Limits.None, item!, null))
            .FirstOrDefault(violation => violation is not null);
    }

    private Violation? Map(string owner, FieldType field, JsonObject entries)
    {
        if (field.Limits.MaxPairs is { } max && entries.Count > max)
            return new Violation(owner, field.Name, $"value must contain no more than {max} pair(s)");
        var keyType = new WireType(field.MapKey);
        foreach (var (key, value) in entries)
        {
            var name = $"{field.Name}[{key}]";
            var violation = Value(owner, name, keyType, field.Limits.Keys ?? Limits.None, JsonValue.Create(key), null)
                ?? Value(owner, name, field.Value, field.Limits.Values ?? Limits.None, value!, null);
            if (violation is not null)
                return violation;
        }

        return null;
    }

    private static Violation? Embedded(string owner, string name, Violation? inside) =>
        inside is null ? null : new Violation(owner, name, "embedded message failed validation", inside);
}
