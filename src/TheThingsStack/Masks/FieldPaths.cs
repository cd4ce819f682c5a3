namespace TheThingsStack;

/// <summary>All paths of a message.</summary>
public static class FieldPaths
{
    /// <summary>Every path of a message, in ordinal order of its text.</summary>
    public static IReadOnlyList<FieldPath<T>> All<T>()
        where T : class, IFieldMaskTarget<T> => Sorted<T>.Paths;

    private static class Sorted<T>
        where T : class, IFieldMaskTarget<T>
    {
        public static readonly FieldPath<T>[] Paths =
            [.. Enumerable.Range(0, T.FieldPaths.Count).Select(static i => new FieldPath<T>(i)).OrderBy(static p => p.ToString(), StringComparer.Ordinal)];
    }
}
