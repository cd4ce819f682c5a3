using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Binding;

/// <summary>
/// Cuts what an RPC accepts to the paths that this reference has, and shortens it: a path that is accepted with all below it is one entry.
/// An older server refuses a whole mask for one path that it does not know.
/// </summary>
internal sealed class MaskRules(RuleSet rules, IEnumerable<PathsModel> paths)
{
    private const string Everything = "*";

    private readonly Dictionary<string, PathsModel> _paths = paths.ToDictionary(static p => p.Name, StringComparer.Ordinal);

    public MethodModel Complete(MethodModel method)
    {
        if (method.Mask is not { } mask || !_paths.TryGetValue(mask.Message, out var root))
            return method;
        if (mask.AllowsAll)
            return method with { Mask = mask with { Paths = Everything, Count = root.Count } };
        var entries = new List<string>();
        var count = Collect(root, "", rules.Rpc(method.Rpc)!.MaskPaths!, entries);
        return method with { Mask = mask with { Paths = string.Join(",", entries), Count = count } };
    }

    private int Collect(PathsModel paths, string prefix, AcceptedPaths accepted, List<string> entries)
    {
        var count = 0;
        foreach (var entry in paths.Entries)
        {
            var path = prefix + entry.WireName;
            var isAllowed = accepted.Contains(path);
            var start = entries.Count;
            if (isAllowed)
                entries.Add(path);
            var below = entry.Below is null || !accepted.IsAbove(path) ? 0 : Collect(_paths[entry.Below], path + ".", accepted, entries);
            count += below + (isAllowed ? 1 : 0);
            if (!isAllowed || entry.Below is null || below != _paths[entry.Below].Count)
                continue;
            entries.RemoveRange(start, entries.Count - start);
            entries.Add(path + ".*");
        }

        return count;
    }
}
