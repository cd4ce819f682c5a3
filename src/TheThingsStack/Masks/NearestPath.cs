namespace TheThingsStack;

/// <summary>Says which path was probably meant.</summary>
internal static class NearestPath
{
    /// <summary>The path in snake_case, the path with a oneof's segment put in, or the path with the fewest edits; null where none is near.</summary>
    public static string? To<T>(string text)
        where T : class, IFieldMaskTarget<T>
    {
        var snake = FieldMaskJson.ToSnakeCase(text).Replace('-', '_');
        if (T.FieldPaths.TryFind(snake, out _))
            return snake;
        var all = FieldPaths.All<T>().Select(static p => p.ToString()).ToList();
        return all.Find(path => SkipsSegments(snake, path)) ?? Closest(snake, all);
    }

    /// <summary>A path that names a map's key or something below a list goes on where the server's paths end: the one that it starts with.</summary>
    public static string? Above<T>(string text)
        where T : class, IFieldMaskTarget<T>
    {
        for (var end = text.LastIndexOf('.'); end > 0; end = text.LastIndexOf('.', end - 1))
        {
            if (T.FieldPaths.TryFind(text.AsSpan(0, end), out var index))
                return T.FieldPaths.CountBelow(index) == 0 ? text[..end] : null;
        }

        return null;
    }

    // mac_settings.adr.dynamic leaves out the oneof of mac_settings.adr.mode.dynamic.
    private static bool SkipsSegments(string text, string path)
    {
        var wanted = text.Split('.');
        var segments = path.Split('.');
        if (segments.Length <= wanted.Length || wanted[0] != segments[0] || wanted[^1] != segments[^1])
            return false;
        var matched = 0;
        foreach (var segment in segments)
        {
            if (matched < wanted.Length && segment == wanted[matched])
                matched++;
        }

        return matched == wanted.Length;
    }

    private static string? Closest(string text, List<string> paths)
    {
        string? best = null;
        var least = Math.Max(2, text.Length / 4) + 1;
        foreach (var path in paths)
        {
            if (Math.Abs(path.Length - text.Length) < least && EditDistance.Between(text, path) is var distance && distance < least)
                (best, least) = (path, distance);
        }

        return best;
    }
}
