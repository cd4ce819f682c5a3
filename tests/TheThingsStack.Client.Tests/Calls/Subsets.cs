namespace TheThingsStack.Client.Tests.Calls;

/// <summary>All ways to leave some of a few things out.</summary>
internal static class Subsets
{
    public static IEnumerable<HashSet<string>> Of(IReadOnlyList<string> items)
    {
        for (var bits = 0; bits < 1 << items.Count; bits++)
            yield return [.. items.Where((_, i) => (bits & (1 << i)) != 0)];
    }
}
