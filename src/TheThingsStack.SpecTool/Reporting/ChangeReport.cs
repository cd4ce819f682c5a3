namespace TheThingsStack.SpecTool.Reporting;

/// <summary>Prints what is new, gone or changed between two inventories.</summary>
internal static class ChangeReport
{
    public static void Write(TextWriter output, Dictionary<(string Kind, string Name), string> before, Dictionary<(string Kind, string Name), string> after)
    {
        foreach (var kind in after.Keys.Concat(before.Keys).Select(k => k.Kind).Distinct())
            output.WriteLine($"{kind}: {before.Keys.Count(k => k.Kind == kind)} before, {after.Keys.Count(k => k.Kind == kind)} now");
        var changes = 0;
        changes += Section(output, "New", after.Keys.Where(k => !before.ContainsKey(k)), k => after[k]);
        changes += Section(output, "Gone", before.Keys.Where(k => !after.ContainsKey(k)), k => before[k]);
        changes += Section(output, "Changed", after.Keys.Where(k => before.TryGetValue(k, out var old) && old != after[k]), k => $"{before[k]} -> {after[k]}");
        if (changes == 0)
            output.WriteLine("Nothing is new, gone or changed.");
    }

    private static int Section(TextWriter output, string title, IEnumerable<(string Kind, string Name)> keys, Func<(string Kind, string Name), string> detail)
    {
        var lines = keys.ToList();
        if (lines.Count > 0)
            output.WriteLine($"{title} ({lines.Count}):");
        foreach (var key in lines)
            output.WriteLine($"  {key.Kind} {key.Name}  {detail(key)}".TrimEnd());
        return lines.Count;
    }
}
