using TheThingsStack.Emulator.Schema;

namespace TheThingsStack.Emulator.Tests.Support;

/// <summary>Every mask path of a message, listed from its fields.</summary>
internal static class AllPaths
{
    public static IEnumerable<string> Of(MessageType message) => Of(message, "", []);

    private static IEnumerable<string> Of(MessageType message, string prefix, HashSet<MessageType> above)
    {
        if (!above.Add(message))
            yield break;
        foreach (var oneof in message.Oneofs.Keys)
            yield return prefix + oneof;
        foreach (var field in message.Fields)
        {
            var path = prefix + (field.Oneof is { } oneof ? $"{oneof}." : "") + field.Name;
            yield return path;
            if (field.Descends is not { } inner)
                continue;
            foreach (var below in Of(inner, path + ".", above))
                yield return below;
        }

        above.Remove(message);
    }
}
