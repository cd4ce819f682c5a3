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
        var count = Collect(root, "", allowed, entries);
        return method with { Mask = mask with { Paths = string.Join(",", entries), Count = count } };
    }

    private int Collect(PathsModel paths, string prefix, HashSet<string> allowed, List<string> entries)
    {
        var count = 0;
        foreach (var entry in paths.Entries)
        {
            var path = prefix + entry.WireName;
            var isAllowed = allowed.Contains(path);
            var below = new List<string>();
            var belowCount = entry.Below is null ? 0 : Collect(_paths[entry.Below], path + ".", allowed, below);
            var isWhole = entry.Below is not null && isAllowed && belowCount == _paths[entry.Below].Count;
            if (isAllowed)
                entries.Add(isWhole ? path + ".*" : path);
            if (!isWhole)
                entries.AddRange(below);
            count += belowCount + (isAllowed ? 1 : 0);
        }

        return count;
    }
}
