using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Binding;

/// <summary>
/// Cuts what an RPC accepts to the paths that this reference has, and shortens it: a path that is accepted with all below it is one entry.
/// An older server refuses a whole mask for one path that it does not know.
/// </summary>
internal sealed class MaskRules(IEnumerable<PathsModel> paths)
{
    private const string Everything = "*";

    private readonly Dictionary<string, PathsModel> _paths = paths.ToDictionary(static p => p.Name, StringComparer.Ordinal);

    public MethodModel Complete(MethodModel method)
    {
        if (method.Mask is not { } mask || !_paths.TryGetValue(mask.Message, out var root))
            return method;
        if (mask.AllowsAll)
            return method with { Mask = mask with { Paths = Everything, Count = root.Count } };
        var allowed = new HashSet<string>(mask.Allowed, StringComparer.Ordinal);
        var entries = new List<string>();
        var count = Collect(root, "", new(allowed, Above(allowed)), entries);
        return method with { Mask = mask with { Paths = string.Join(",", entries), Count = count } };
    }

    // Where nothing is accepted further below, nobody has to look.
    private static HashSet<string> Above(HashSet<string> allowed)
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in allowed)
        {
            var dot = path.LastIndexOf('.');
            while (dot > 0 && above.Add(path.Substring(0, dot)))
                dot = path.LastIndexOf('.', dot - 1);
        }

        return above;
    }

    private int Collect(PathsModel paths, string prefix, Accepted accepted, List<string> entries)
    {
        var count = 0;
        foreach (var entry in paths.Entries)
        {
            var path = prefix + entry.WireName;
            var isAllowed = accepted.Paths.Contains(path);
            var start = entries.Count;
            if (isAllowed)
                entries.Add(path);
            var below = entry.Below is null || !accepted.Above.Contains(path) ? 0 : Collect(_paths[entry.Below], path + ".", accepted, entries);
            count += below + (isAllowed ? 1 : 0);
            if (!isAllowed || entry.Below is null || below != _paths[entry.Below].Count)
                continue;
            entries.RemoveRange(start, entries.Count - start);
            entries.Add(path + ".*");
        }

        return count;
    }

    /// <summary>The paths that an RPC accepts, and those that one of them lies below.</summary>
    private sealed class Accepted(HashSet<string> paths, HashSet<string> above)
    {
        public HashSet<string> Paths { get; } = paths;

        public HashSet<string> Above { get; } = above;
    }
}
