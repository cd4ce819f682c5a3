using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Requests.Routes;

namespace TheThingsStack.Analyzers.Requests.Bodies;

/// <summary>Masks in bodies: <c>"field_mask": { "paths": ["a", "b"] }</c>.</summary>
internal static class BodyMask
{
    /// <summary>The member that is the mask; the server reads camel case, too.</summary>
    public static JsonMember? Find(JsonPart body) => body.Member(Route.Mask) ?? body.Member("fieldMask");

    /// <summary>The mask; null where it is not seen.</summary>
    public static MaskValue? Read(JsonMember member, PathNode message)
    {
        if (member.Value.Kind == JsonKind.Null)
            return new(message, []);
        if (member.Value.Kind != JsonKind.Object)
            return null;
        if (member.Value.Member("paths")?.Value is not { } list)
            return new(message, []);
        if (list.Kind != JsonKind.Array)
            return list.Kind == JsonKind.Null ? new(message, []) : null;
        var paths = new List<MaskPath>();
        foreach (var item in list.Items)
        {
            if (item is not { Kind: JsonKind.Text, Text: { } text, Origin: { } origin })
                return null;
            paths.Add(new TextPath(text.Length == 0 ? null : message.Find(text), text, origin, item.Start) { Whole = () => item.Location });
        }

        return new(message, paths);
    }
}
