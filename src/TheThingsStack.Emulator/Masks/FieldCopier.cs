using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Masks;

/// <summary>
/// Copies what a mask names from one message to another, absence included: reading copies from what is stored into an
/// empty message, writing copies from the request into what is stored.
/// </summary>
internal static class FieldCopier
{
    /// <summary>The part of a message that the paths name.</summary>
    public static JsonObject Select(MessageType type, JsonObject source, IEnumerable<string> paths)
    {
        var selected = new JsonObject();
        Copy(type, selected, source, PathTree.Of(paths));
        return selected;
    }

    /// <summary>Replaces what the paths name by what the source has there; what the source does not have is cleared.</summary>
    public static void Apply(MessageType type, JsonObject target, JsonObject? source, IEnumerable<string> paths) =>
        Copy(type, target, source, PathTree.Of(paths));

    private static void Copy(MessageType type, JsonObject target, JsonObject? source, PathTree paths)
    {
        foreach (var oneof in type.Oneofs.Keys)
        {
            if (paths.Children.TryGetValue(oneof, out var below))
                CopyOneof(type, oneof, target, source, below);
        }

        foreach (var field in type.Fields)
        {
            if (field.Oneof is null && paths.Children.TryGetValue(field.Name, out var below))
                CopyField(field, target, source, below);
        }
    }

    private static void CopyField(FieldType field, JsonObject target, JsonObject? source, PathTree below)
    {
        if (below.IsWhole)
            Replace(field, target, source);
        else if (field.Descends is { IsWrapper: true })
            CopyInsideWrapper(field, target, source);
        else if (field.Descends is { } inner)
            CopyBelow(field, inner, target, source, below);
    }

    private static void Replace(FieldType field, JsonObject target, JsonObject? source)
    {
        target.Remove(field.Name);
        if (source?[field.Name] is { } value)
            target[field.Name] = value.DeepClone();
    }

    /// <summary>A path such as <c>rx1_delay.value</c>: with nothing to copy it leaves an explicit zero where a value was.</summary>
    private static void CopyInsideWrapper(FieldType field, JsonObject target, JsonObject? source)
    {
        if (source?[field.Name] is { } value)
            target[field.Name] = value.DeepClone();
        else if (target[field.Name] is not null)
            target[field.Name] = Scalars.Zero(field.Value);
    }

    private static void CopyBelow(FieldType field, MessageType inner, JsonObject target, JsonObject? source, PathTree below)
    {
        var from = source.Object(field.Name);
        if (from is null && target[field.Name] is null)
            return;
        if (target[field.Name] is not JsonObject into)
            target[field.Name] = into = [];
        Copy(inner, into, from, below);
    }

    /// <summary>
    /// The members of an exclusive group. The server fails, rather than refuses, when a mask names two of them or reaches
    /// below one while another is set; that comes out as an internal error.
    /// </summary>
    private static void CopyOneof(MessageType type, string oneof, JsonObject target, JsonObject? source, PathTree below)
    {
        var from = Selected(type, oneof, source);
        if (below.IsWhole)
        {
            Clear(type, oneof, target);
            if (from is not null)
                Replace(from, target, source);
            return;
        }

        if (below.Children.Count > 1)
            throw ApiError.Bare(RpcCode.Unknown, $"more than one field specified for oneof field '{oneof}'").Raise();
        var (name, inside) = below.Children.Single();
        if (type.Field(name) is not { } member)
            return;
        var into = Selected(type, oneof, target);
        if (!inside.IsWhole)
        {
            RequireSame(member, from, "source");
            RequireSame(member, into, "destination");
        }

        CopyMember(type, oneof, member, from == member, target, source, inside);
    }

    private static void CopyMember(MessageType type, string oneof, FieldType member, bool isSelected, JsonObject target, JsonObject? source, PathTree inside)
    {
        if (inside.IsWhole || !isSelected && target[member.Name] is null)
        {
            Clear(type, oneof, target);
            if (isSelected)
                Replace(member, target, source);
        }
        else
        {
            CopyField(member, target, source, inside);
        }
    }

    private static void RequireSame(FieldType member, FieldType? selected, string where)
    {
        if (selected is not null && selected != member)
            throw ApiError.Bare(RpcCode.Unknown, $"attempt to set oneof '{member.Name}', while different oneof is set in {where}").Raise();
    }

    private static FieldType? Selected(MessageType type, string oneof, JsonObject? message) =>
        message is null ? null : type.Members(oneof).FirstOrDefault(m => message[m.Name] is not null);

    private static void Clear(MessageType type, string oneof, JsonObject message)
    {
        foreach (var member in type.Members(oneof))
            message.Remove(member.Name);
    }
}
