using System.ComponentModel;

namespace TheThingsStack;

/// <summary>Divides the paths of one message among the RPCs that accept them. For generated code.</summary>
/// <typeparam name="T">The message.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MaskSplit<T>
    where T : class, IFieldMaskTarget<T>
{
    /// <summary>What of a set message each RPC stores; a path that several accept goes to all of them.</summary>
    /// <param name="name">What is being done, for the exception.</param>
    /// <param name="message">The message.</param>
    /// <param name="rules">The RPCs.</param>
    /// <returns>One mask for each rule.</returns>
    /// <exception cref="FieldMaskException">Something is set that none of them accepts.</exception>
    public static FieldMask<T>[] OfSet(string name, T message, params FieldMaskRule<T>[] rules) =>
        Divide(name, SetPaths.Of(message).Indexes.Where(index => !InferredMask.IsKeptByServer<T>(index)), rules);

    /// <summary>What of a mask each RPC accepts; of a path that is accepted only in parts, the parts.</summary>
    /// <param name="name">What is being done, for the exception.</param>
    /// <param name="mask">The mask.</param>
    /// <param name="rules">The RPCs.</param>
    /// <returns>One mask for each rule.</returns>
    /// <exception cref="FieldMaskException">The mask names something that none of them accepts.</exception>
    public static FieldMask<T>[] OfMask(string name, FieldMask<T> mask, params FieldMaskRule<T>[] rules)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return Divide(name, [.. mask.Indexes], rules);
    }

    /// <summary>What of a mask each RPC returns; what the first returns whole is not asked of the others.</summary>
    /// <param name="name">What is being done, for the exception.</param>
    /// <param name="mask">The mask.</param>
    /// <param name="rules">The RPCs.</param>
    /// <returns>One mask for each rule.</returns>
    /// <exception cref="FieldMaskException">The mask names something that none of them returns.</exception>
    public static FieldMask<T>[] OfRead(string name, FieldMask<T> mask, params FieldMaskRule<T>[] rules)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(rules);
        var first = mask.Intersect(rules[0].Allowed);
        var parts = Divide(name, [.. mask.Except(first).Indexes], rules);
        parts[0] = parts[0].Union(first);
        return parts;
    }

    private static FieldMask<T>[] Divide(string name, IEnumerable<int> indexes, FieldMaskRule<T>[] rules)
    {
        var parts = Array.ConvertAll(rules, static _ => new List<int>());
        List<RefusedPath> refused = [];
        foreach (var index in indexes)
        {
            var isTaken = false;
            for (var i = 0; i < rules.Length; i++)
            {
                var accepted = Accepted(rules[i], index);
                parts[i].AddRange(accepted);
                isTaken |= accepted.Count > 0;
            }

            if (!isTaken)
                refused.Add(Refusals.NotAccepted(rules[0], new(index)));
        }

        if (refused.Count > 0)
            throw new FieldMaskException(name, refused);
        return Array.ConvertAll(parts, static part => FieldMask<T>.FromIndexes([.. part]));
    }

    // A path that is accepted whole is taken whole, though other servers know parts of it: each server keeps its own.
    private static List<int> Accepted(FieldMaskRule<T> rule, int index)
    {
        if (InferredMask.Accepted(rule, index) is { } accepted)
            return [accepted];
        var end = index + T.FieldPaths.CountBelow(index);
        return [.. rule.Fields.Select(static path => path.Index).Where(path => path > index && path <= end)];
    }
}
