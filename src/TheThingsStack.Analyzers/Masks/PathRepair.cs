using System.Text;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>What is wrong with a path that a message does not have, and which path was probably meant.</summary>
/// <param name="Start">Where the wrong segment begins within the path.</param>
/// <param name="Length">Its length.</param>
/// <param name="Reason">What is wrong, as the end of a sentence.</param>
/// <param name="Meant">The whole path that was probably meant; null where none is near.</param>
internal sealed record PathRepair(int Start, int Length, string Reason, PathNode? Meant)
{
    public static PathRepair Of(PathNode message, string path)
    {
        if (path.Length == 0)
            return new(0, 0, "a path is missing between the commas", null);
        var node = message;
        var start = 0;
        foreach (var segment in path.Split('.'))
        {
            if (node.Child(segment) is not { } child)
                return At(message, node, path, start, segment);
            node = child;
            start += segment.Length + 1;
        }

        throw new ArgumentException($"{path} is a path.", nameof(path));
    }

    private static PathRepair At(PathNode message, PathNode parent, string path, int start, string segment)
    {
        var rest = start + segment.Length < path.Length ? path.Substring(start + segment.Length + 1).Split('.') : [];
        if (parent.Parent is not null && parent.Shape != FieldShape.Node)
            return new(start, path.Length - start, End(parent), parent);
        if (Find(parent, segment, rest) is { } exact && exact.Above().Any(static above => above.IsOneof) && exact.Name == path.Substring(path.LastIndexOf('.') + 1))
            return new(start, segment.Length, $"the name of the oneof is a segment, too: {exact.Path}", exact);
        var snake = ToSnakeCase(segment);
        if (snake != segment && Find(parent, snake, rest) is { } renamed)
            return new(start, segment.Length, $"paths are written in snake_case: {renamed.Path}", renamed);
        if (parent.Parent is null && snake == ToSnakeCase(message.Name) && rest.Length > 0 && Find(message, rest[0], rest.Skip(1)) is { } inner)
            return new(start, segment.Length, $"paths begin below the {message.Name}: {inner.Path}", inner);
        return Nearest(message, parent, snake, rest) is { } near
            ? new(start, segment.Length, $"did you mean {near.Path}?", near)
            : new(start, segment.Length, parent.Parent is null ? $"{message.Name} has no such field" : $"there is no such field below {parent.Path}", null);
    }

    private static string End(PathNode parent) => parent.Shape switch
    {
        FieldShape.Map => $"{parent.Path} is a map, of which a mask selects all or nothing",
        FieldShape.List => $"{parent.Path} is a list, of which a mask selects all or nothing",
        _ => $"{parent.Path} is a value, below which there is nothing",
    };

    /// <summary>The node that segments lead to, each in snake_case, and with the names of oneofs put in where they are left out.</summary>
    private static PathNode? Find(PathNode parent, string segment, IEnumerable<string> rest)
    {
        PathNode? node = parent;
        foreach (var name in new[] { segment }.Concat(rest))
        {
            node = node is null ? null : Below(node, name) ?? Below(node, ToSnakeCase(name));
        }

        return node;
    }

    private static PathNode? Below(PathNode node, string name) =>
        node.Child(name) ?? node.Children.Where(static child => child.IsOneof).Select(oneof => oneof.Child(name)).FirstOrDefault(static member => member is not null);

    private static PathNode? Nearest(PathNode message, PathNode parent, string segment, string[] rest)
    {
        var sibling = Closest(segment, parent.Children.Concat(parent.Children.Where(static c => c.IsOneof).SelectMany(static c => c.Children)), static node => node.Name);
        if (sibling is not null && (rest.Length == 0 ? sibling : Find(sibling, rest[0], rest.Skip(1))) is { } found)
            return found;
        // A field of that very name elsewhere, if none other is as near to the top.
        var name = rest.Length == 0 ? segment : ToSnakeCase(rest[rest.Length - 1]);
        var elsewhere = message.Descendants().Where(node => node.Name == name && !node.IsWrappedValue).ToLookup(static node => node.Above().Count());
        return elsewhere.OrderBy(static level => level.Key).FirstOrDefault()?.ToList() is [var only] ? only : null;
    }

    private static PathNode? Closest(string text, IEnumerable<PathNode> nodes, Func<PathNode, string> name)
    {
        PathNode? best = null;
        var least = Math.Max(2, text.Length / 3) + 1;
        foreach (var node in nodes)
        {
            var other = name(node);
            if (Math.Abs(other.Length - text.Length) < least && EditDistance.Between(text, other) is var distance && distance < least && distance < other.Length)
                (best, least) = (node, distance);
        }

        return best;
    }

    private static string ToSnakeCase(string text)
    {
        var snake = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] == '-' ? '_' : text[i];
            var startsWord = char.IsUpper(c) && i > 0 && text[i - 1] != '_' && (!char.IsUpper(text[i - 1]) || (i + 1 < text.Length && char.IsLower(text[i + 1])));
            if (startsWord)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }
}
