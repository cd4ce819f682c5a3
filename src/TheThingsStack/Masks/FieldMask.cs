namespace TheThingsStack;

/// <summary>Makes masks from collection expressions: <c>FieldMask&lt;EndDevice&gt; mask = [EndDevice.Paths.Name];</c></summary>
public static class FieldMask
{
    /// <summary>
    /// Marks a text that is a mask: <c>[StringSyntax(FieldMask.Syntax, typeof(EndDevice))] string mask</c>. Analyzers check what is written
    /// there against the message that is named.
    /// </summary>
    public const string Syntax = "FieldMask";

    /// <summary>A mask of these paths.</summary>
    public static FieldMask<T> Of<T>(params FieldPath<T>[] paths)
        where T : class, IFieldMaskTarget<T> => Create<T>(paths);

    /// <summary>A mask of these paths; the same path twice counts once.</summary>
    public static FieldMask<T> Create<T>(ReadOnlySpan<FieldPath<T>> paths)
        where T : class, IFieldMaskTarget<T>
    {
        if (paths.IsEmpty)
            return FieldMask<T>.Empty;
        var indexes = new int[paths.Length];
        for (var i = 0; i < paths.Length; i++)
            indexes[i] = paths[i].Index;
        return FieldMask<T>.FromIndexes(indexes);
    }
}
