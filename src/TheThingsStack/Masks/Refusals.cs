namespace TheThingsStack;

/// <summary>Says why a path cannot be sent, and what to do instead.</summary>
internal static class Refusals
{
    private const int MostNamed = 2;

    public static RefusedPath NotAccepted<T>(FieldMaskRule<T> rule, FieldPath<T> path)
        where T : class, IFieldMaskTarget<T>
    {
        var verb = rule.Writes ? "write" : "read";
        var text = path.ToString();
        var others = rule.Siblings.Where(other => other.Writes == rule.Writes && other.Rpc != rule.Rpc && other.Allows(path))
            .OrderBy(other => Method(other) == Method(rule) ? 0 : 1).ThenBy(other => other.Rpc.Length).ToList();
        var reason = others.Count == 0
            ? $"{text} cannot be {(rule.Writes ? "written" : "read")}: no RPC takes it."
            : $"{text} is held by the {others[0].Server}: {verb} it with {string.Join(" or ", others.Take(MostNamed).Select(o => o.Rpc))}.";
        return new(text, reason);
    }

    private static string Method<T>(FieldMaskRule<T> rule)
        where T : class, IFieldMaskTarget<T> => rule.Rpc[(rule.Rpc.IndexOf('/') + 1)..];

    public static RefusedPath OneofConflict<T>(int first, int second)
        where T : class, IFieldMaskTarget<T>
    {
        var (one, other) = (T.FieldPaths.Path(first), T.FieldPaths.Path(second));
        return new(other, $"{one} and {other} are members of one oneof, of which at most one is set: name one of them, or the oneof.");
    }

    public static RefusedPath WrappedValue<T>(int value, int wrapper)
        where T : class, IFieldMaskTarget<T> =>
        new(T.FieldPaths.Path(value), $"{T.FieldPaths.Path(value)} without a value would leave an explicit zero behind: to clear the field, name {T.FieldPaths.Path(wrapper)}.");

    public static RefusedPath BelowAccepted<T>(FieldMaskRule<T> rule, int index, int above)
        where T : class, IFieldMaskTarget<T> =>
        new(T.FieldPaths.Path(index), $"{T.FieldPaths.Path(index)} is set below {T.FieldPaths.Path(above)}, which the mask names, but {rule.Rpc} does not take it: set it to null, or name the parts that are meant.");

    public static RefusedPath Deletes<T>(string path, bool isEmpty) =>
        new(path, $"{(isEmpty ? $"An empty mask stands for {path} here, and without" : $"{path} is in the mask, and without")} {path} the server deletes the {typeof(T).Name}: set them, name other fields, or call the method that deletes.");
}
