using TheThingsStack.Emulator.Schema;

namespace TheThingsStack.Emulator.Masks;

/// <summary>
/// The grammar of mask paths: declared names joined by dots; a field of an exclusive group is reached through the group's
/// name; messages that are neither in a list nor in a map are descended into, value wrappers included.
/// </summary>
internal static class MaskPath
{
    public static bool Exists(MessageType message, string path)
    {
        var current = message;
        var segments = path.Split('.');
        for (var i = 0; i < segments.Length; i++)
        {
            if (current is null)
                return false;
            string? oneof = null;
            if (current.Oneofs.ContainsKey(segments[i]))
            {
                oneof = segments[i];
                if (++i == segments.Length)
                    return true;
            }

            var field = current.Field(segments[i]);
            if (field is null || field.Oneof != oneof)
                return false;
            current = field.Descends;
        }

        return true;
    }
}
