using System.Collections.Concurrent;

namespace TheThingsStack.Client.Tests.Reference;

/// <summary>
/// Every path of a message, by the server's grammar: a path for each field, an extra segment for a oneof, nothing below lists, maps
/// and well-known types, <c>.value</c> below wrappers. In a message that contains itself the paths stop at the second round, with the
/// fields that are declared before.
/// </summary>
public static class MaskGrammar
{
    private static readonly ConcurrentDictionary<string, string[]> s_paths = new();

    public static string[] Paths(string message) => s_paths.GetOrAdd(message, static m => [.. Walk(m)]);

    private static IEnumerable<string> Walk(string message)
    {
        var oneofs = ApiReference.Oneofs(message).ToList();
        var done = new HashSet<string>();
        foreach (var field in ApiReference.Fields(message))
        {
            var oneof = oneofs.FirstOrDefault(o => o.Members.Contains(field));
            if (oneof.Name is null)
            {
                foreach (var path in Field(message, field))
                    yield return path;
            }
            else if (done.Add(oneof.Name))
            {
                yield return oneof.Name;
                foreach (var path in ApiReference.Fields(message).Where(oneof.Members.Contains).SelectMany(m => Field(message, m)))
                    yield return oneof.Name + "." + path;
            }
        }
    }

    private static IEnumerable<string> Field(string message, string field)
    {
        var type = WireType.OfField(message, field);
        var below = type switch
        {
            { IsWrapper: true } => ["value"],
            { Kind: WireKind.Message } when type.Name == message => ApiReference.Fields(message).TakeWhile(f => f != field).SelectMany(f => Field(message, f)),
            { Kind: WireKind.Message } => Walk(type.Name!),
            _ => [],
        };
        return below.Select(path => field + "." + path).Prepend(field);
    }
}
