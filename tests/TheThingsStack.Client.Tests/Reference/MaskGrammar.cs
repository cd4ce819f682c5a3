using System.Collections.Concurrent;

namespace TheThingsStack.Client.Tests.Reference;

/// <summary>
/// Every path of a message, by the server's grammar: a path for each field, an extra segment for a oneof, nothing below lists, maps
/// and well-known types, <c>.value</c> below wrappers. In a message that contains itself the paths stop at the second round, with the
/// fields that are declared before.
/// </summary>
public static class MaskGrammar
{
    private static readonly ConcurrentDictionary<string, MaskPath[]> s_paths = new();

    public static MaskPath[] Paths(string message) => s_paths.GetOrAdd(message, static m => [.. Walk(m)]);

    private static IEnumerable<MaskPath> Walk(string message)
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
                yield return new(oneof.Name, IsLeaf: false, Oneof: oneof.Name);
                foreach (var path in ApiReference.Fields(message).Where(oneof.Members.Contains).SelectMany(m => Field(message, m)))
                    yield return path with { Text = $"{oneof.Name}.{path.Text}", Oneof = oneof.Name };
            }
        }
    }

    private static IEnumerable<MaskPath> Field(string message, string field)
    {
        var type = WireType.OfField(message, field);
        List<MaskPath> below =
        [
            .. type switch
            {
                { IsWrapper: true } => [new("value", IsLeaf: true, IsWrappedValue: true)],
                { Kind: WireKind.Message } when type.Name == message => ApiReference.Fields(message).TakeWhile(f => f != field).SelectMany(f => Field(message, f)),
                { Kind: WireKind.Message } => Walk(type.Name!),
                _ => [],
            },
        ];
        return below.Select(path => path.Below(field)).Prepend(new(field, IsLeaf: below.TrueForAll(path => path.IsWrappedValue && path.Text == "value")));
    }
}

/// <summary>One path of a message.</summary>
/// <param name="Text">The path.</param>
/// <param name="IsLeaf">Whether nothing is below it but the <c>.value</c> of a wrapper.</param>
/// <param name="Oneof">The path of the outermost oneof that it is, or that it leads through; null where there is none.</param>
/// <param name="IsWrappedValue">Whether it is the <c>.value</c> of a wrapper.</param>
public sealed record MaskPath(string Text, bool IsLeaf, string? Oneof = null, bool IsWrappedValue = false)
{
    public MaskPath Below(string field) => this with { Text = $"{field}.{Text}", Oneof = Oneof is null ? null : $"{field}.{Oneof}" };
}
