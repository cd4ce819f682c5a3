namespace TheThingsStack;

/// <summary>Expands the short form in which generated code says what an RPC accepts.</summary>
internal static class FieldMaskRulePaths
{
    private const string AndBelow = ".*";

    public static FieldMask<T> Expand<T>(string paths)
        where T : class, IFieldMaskTarget<T>
    {
        var tree = T.FieldPaths;
        if (paths == "*")
            return FieldMask<T>.FromIndexes([.. Enumerable.Range(0, tree.Count)]);
        List<int> indexes = [];
        foreach (var path in paths.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var isWhole = path.EndsWith(AndBelow, StringComparison.Ordinal);
            if (!tree.TryFind(isWhole ? path.AsSpan(0, path.Length - AndBelow.Length) : path, out var index))
                continue;
            indexes.Add(index);
            if (isWhole)
                indexes.AddRange(Enumerable.Range(index + 1, tree.CountBelow(index)));
        }

        return FieldMask<T>.FromIndexes([.. indexes]);
    }
}
