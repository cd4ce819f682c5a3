namespace TheThingsStack.Generators.Emitting;

/// <summary>Writes documentation comments.</summary>
internal static class Docs
{
    public static void Summary(SourceWriter writer, string? summary, string fallback) =>
        writer.Line($"/// <summary>{Sentence(summary, fallback)}</summary>");

    public static void Parameter(SourceWriter writer, string name, string? summary, string fallback) =>
        writer.Line($"/// <param name=\"{name.TrimStart('@')}\">{Sentence(summary, fallback)}</param>");

    public static void Remarks(SourceWriter writer, IEnumerable<string> paragraphs)
    {
        writer.Line("/// <remarks>");
        foreach (var paragraph in paragraphs)
            writer.Line($"/// <para>{paragraph}</para>");
        writer.Line("/// </remarks>");
    }

    public static string Sentence(string? text, string fallback)
    {
        var comment = Escape.Comment(text is { Length: > 0 } ? text : fallback);
        return comment.Length == 0 ? Escape.Comment(fallback) : comment;
    }
}
