namespace TheThingsStack;

/// <summary>Checks masks against what an RPC accepts.</summary>
internal static class FieldMaskCheck
{
    public static void Run<T>(FieldMaskRule<T> rule, FieldMask<T> mask)
        where T : class, IFieldMaskTarget<T>
    {
        List<RefusedPath>? refused = null;
        foreach (var index in mask.Indexes)
        {
            if (!rule.Allows(new(index)))
                (refused ??= []).Add(Refusals.NotAccepted(rule, new(index)));
        }

        foreach (var path in mask.UnknownPaths)
            (refused ??= []).Add(new(path, $"{path} is not a path of {typeof(T).Name} in this client's reference."));
        if (refused is null && T.FieldPaths.FindOneofConflict(mask.Indexes, 0) is { } conflict)
            refused = [Refusals.OneofConflict<T>(conflict.First, conflict.Second)];
        if (refused is not null)
            throw new FieldMaskException(rule.Rpc, refused);
    }

    /// <summary>Refuses what the server would take, but for something else than was meant.</summary>
    public static void RunWrite<T>(FieldMaskRule<T> rule, FieldMask<T> mask, SetPaths set)
        where T : class, IFieldMaskTarget<T>
    {
        List<RefusedPath> refused = [];
        foreach (var path in mask)
        {
            var wrapper = path.Index - 1;
            if (T.FieldPaths.IsWrappedValue(path.Index) && !set.Contains(wrapper))
                refused.Add(Refusals.WrappedValue<T>(path.Index, wrapper));
        }

        foreach (var index in set.Indexes)
        {
            if (!rule.Allows(new(index)) && ClosestAbove(mask, index) is { } above && AllowsSomeBelow(rule, above))
                refused.Add(Refusals.BelowAccepted(rule, index, above));
        }

        if (refused.Count > 0)
            throw new FieldMaskException(rule.Rpc, refused);
        RunDeletes(rule, mask, set);
    }

    /// <summary>Refuses an update that would delete: that has a method of its own.</summary>
    public static void RunDeletes<T>(FieldMaskRule<T> rule, FieldMask<T> mask, SetPaths set)
        where T : class, IFieldMaskTarget<T>
    {
        if (rule.Deletes is { } path && T.FieldPaths.TryFind(path, out var index)
            && (mask.IsEmpty || mask.Covers(new(index))) && !set.HasContent(index))
            throw new FieldMaskException(rule.Rpc, [Refusals.Deletes<T>(path, mask.IsEmpty)]);
    }

    private static int? ClosestAbove<T>(FieldMask<T> mask, int index)
        where T : class, IFieldMaskTarget<T>
    {
        foreach (var above in T.FieldPaths.Above(index))
        {
            if (mask.Contains(new(above)))
                return above;
        }

        return null;
    }

    // A path that is accepted whole and never in parts, such as a picture, may have anything below it.
    public static bool AllowsSomeBelow<T>(FieldMaskRule<T> rule, int index)
        where T : class, IFieldMaskTarget<T>
    {
        var end = index + T.FieldPaths.CountBelow(index);
        return rule.Allowed.Any(path => path.Index > index && path.Index <= end);
    }
}
