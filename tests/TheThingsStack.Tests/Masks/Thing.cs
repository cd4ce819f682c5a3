using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Json;

namespace TheThingsStack.Tests.Masks;

/// <summary>A small message that has one of everything that a mask can meet: what generated code makes of a message, written by hand.</summary>
internal sealed class Thing(JsonObject content) : IFieldMaskTarget<Thing>
{
    /// <summary>All paths, in declaration order.</summary>
    public static readonly string[] AllPaths =
    [
        "ids", "ids.id", "ids.app", "created_at", "name", "tags",
        "settings", "settings.delay", "settings.delay.value", "settings.mode", "settings.mode.fixed", "settings.mode.fixed.x", "settings.mode.fixed.y",
        "settings.mode.auto", "settings.size", "picture", "picture.data", "picture.type", "rights",
    ];

    public JsonObject Content { get; } = content;

    public static FieldPathTree FieldPaths { get; } = new(
        "ids\0created_at\0name\0tags\0settings\0picture\0rights",
        (0, new("id\0app")),
        (4, new("delay\0mode\0size", (0, FieldPathTree.Wrapper), (1, FieldPathTree.Oneof("fixed\0auto", (0, new("x\0y")))))),
        (5, new("data\0type")));

    static string? IMessage<Thing>.FullName => "test.Thing";

    public static Thing Of(string json) => MessageJson.Parse<Thing>(json);

    public static FieldPath<Thing> Path(string path) => new(Array.IndexOf(AllPaths, path));

    public static FieldMask<Thing> Mask(params string[] paths) => FieldMask.Create<Thing>([.. paths.Select(Path)]);

    static Thing IJsonValue<Thing>.ReadFrom(ref Utf8JsonReader reader) => new(JsonRead.Struct(ref reader));

    void IJsonValue<Thing>.WriteTo(Utf8JsonWriter writer) => Content.WriteTo(writer);
}
