namespace TheThingsStack.Generators.Reading;

/// <summary>Tells which types of content are JSON.</summary>
internal static class MediaTypes
{
    public static bool IsJson(string type)
    {
        var bare = Bare(type);
        return bare.EndsWith("json", StringComparison.OrdinalIgnoreCase) || bare.EndsWith("jsonl", StringComparison.OrdinalIgnoreCase) || IsAny(bare);
    }

    /// <summary>Whether what is sent as <c>application/json</c> is of this type.</summary>
    public static bool IsPlainJson(string type)
    {
        var bare = Bare(type);
        return bare.Equals("application/json", StringComparison.OrdinalIgnoreCase) || IsAny(bare);
    }

    /// <summary>The content that is JSON, plain where there is a choice; null where none is.</summary>
    public static SpecNode? Json(SpecMember[] content)
    {
        foreach (var isWanted in (Func<string, bool>[])[IsPlainJson, IsJson])
        {
            foreach (var media in content)
            {
                if (isWanted(media.Name))
                    return media.Value;
            }
        }

        return null;
    }

    /// <summary>What Swagger says of an operation, or else of all.</summary>
    public static List<string> Of(SpecNode root, SpecNode operation, string keyword) =>
        [.. ((operation[keyword] ?? root[keyword])?.Items ?? []).Where(static item => item.Kind == SpecNodeKind.Text).Select(static item => item.Text!)];

    private static string Bare(string type) => type.Split(';')[0].Trim();

    private static bool IsAny(string bare) => bare is "*/*" or "application/*";
}
