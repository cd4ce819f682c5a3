using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>A path that is written in a text.</summary>
/// <param name="Origin">The text.</param>
/// <param name="Start">Where in the text the path begins.</param>
internal sealed record TextPath(PathNode? Node, string Text, TextOrigin Origin, int Start) : MaskPath(Node, Text)
{
    public override Location Location => Origin.At(Start, Text.Length);

    public override Location Item => Whole?.Invoke() ?? Location;

    /// <summary>Where a field is used that the path is written in; null where it is written in the place itself.</summary>
    public Location? Field => Origin.FieldAt(Start, Text.Length);

    /// <summary>What goes when the path is removed; null where that is the path alone.</summary>
    public Func<Location?>? Whole { get; init; }
}

/// <summary>Masks as text: paths separated by commas.</summary>
internal static class TextMask
{
    /// <summary>The mask in a stretch of a text; blanks around commas are ignored, and an empty text is the empty mask. Null where a path is not seen.</summary>
    public static MaskValue? Read(PathNode message, TextOrigin origin, int start, int length, bool trims = true)
    {
        var text = origin.Text.Substring(start, length);
        if (text.IndexOf(TextOrigin.Hole) >= 0)
            return null;
        var paths = new List<MaskPath>();
        if (text.Trim().Length == 0)
            return new(message, paths);
        foreach (var part in text.Split(','))
        {
            var path = trims ? part.Trim() : part;
            var at = start + (trims ? part.Length - part.TrimStart().Length : 0);
            paths.Add(new TextPath(path.Length == 0 ? null : message.Find(path), path, origin, Math.Min(at, start + part.Length)));
            start += part.Length + 1;
        }

        return new(message, paths);
    }

    /// <summary>The mask that a whole text is.</summary>
    public static MaskValue? Read(PathNode message, TextOrigin origin) => Read(message, origin, 0, origin.Text.Length);
}
