namespace TheThingsStack;

/// <summary>The mask of an update that names none: what is set on the message.</summary>
internal static class InferredMask
{
    // The server keeps these itself, and a message that was read carries them.
    private static readonly string[] KeptByServer = ["ids", "created_at", "updated_at", "deleted_at"];

    /// <summary>Each set path, as the RPC accepts it. What the RPC does not take at all is refused by name, never dropped.</summary>
    public static FieldMask<T> Of<T>(FieldMaskRule<T> rule, SetPaths set)
        where T : class, IFieldMaskTarget<T>
    {
        List<int> indexes = [];
        List<RefusedPath> refused = [];
        foreach (var index in set.Indexes)
        {
            if (IsKeptByServer<T>(index))
                continue;
            if (Accepted(rule, index) is { } accepted)
                indexes.Add(accepted);
            else
                refused.Add(Refusals.NotAccepted(rule, new(index)));
        }

        if (refused.Count > 0)
            throw new FieldMaskException(rule.Rpc, refused);
        if (indexes.Count == 0)
            throw new FieldMaskException(rule.Rpc, [new("", $"Nothing is set on the {typeof(T).Name} that could be written. Set a property, or name the fields to clear in a mask.")]);
        var mask = FieldMask<T>.FromIndexes([.. indexes]);
        FieldMaskCheck.RunDeletes(rule, mask, set);
        return mask;
    }

    /// <summary>Whether the server sets a path itself.</summary>
    public static bool IsKeptByServer<T>(int index)
        where T : class, IFieldMaskTarget<T>
    {
        foreach (var path in KeptByServer)
        {
            if (T.FieldPaths.TryFind(path, out var kept) && index >= kept && index <= kept + T.FieldPaths.CountBelow(kept))
                return true;
        }

        return false;
    }

    /// <summary>The path itself, or the nearest above it that the RPC accepts whole and never in parts, such as a picture; null where it accepts neither.</summary>
    public static int? Accepted<T>(FieldMaskRule<T> rule, int index)
        where T : class, IFieldMaskTarget<T>
    {
        if (rule.Allows(new(index)))
            return index;
        foreach (var above in T.FieldPaths.Above(index))
        {
            if (rule.Allows(new(above)))
                return FieldMaskCheck.AllowsSomeBelow(rule, above) ? null : above;
        }

        return null;
    }
}
