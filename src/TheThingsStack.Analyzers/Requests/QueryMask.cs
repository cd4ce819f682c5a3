using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>Masks in queries: <c>field_mask=a,b</c>, or <c>field_mask.paths=a&amp;field_mask.paths=b</c>.</summary>
internal static class QueryMask
{
    public const string PathsName = Route.Mask + ".paths";

    private const char Percent = '%';
    private const string EncodedComma = "%2C";

    public static bool HasMask(RequestUrl url) => Array.Exists(url.Query, IsMask);

    public static bool IsMask(QueryPart part) => part.Name is Route.Mask or PathsName;

    /// <summary>The mask; null where there is none, or where it is not seen.</summary>
    public static MaskValue? Read(RequestUrl url, PathNode message)
    {
        var paths = new List<MaskPath>();
        foreach (var part in Array.FindAll(url.Query, IsMask))
        {
            if (ReadPart(message, url.Origin, part) is not { } read)
                return null;
            paths.AddRange(read);
        }

        return HasMask(url) ? new(message, paths) : null;
    }

    /// <summary>A parameter of a query with the separator that goes when it is removed; null where they do not stand in one literal.</summary>
    public static Location? WithSeparator(TextOrigin origin, QueryPart part)
    {
        var isFirst = origin.Text[part.Start - 1] == '?';
        var hasNext = part.End < origin.Text.Length && origin.Text[part.End] == '&';
        var start = isFirst && hasNext ? part.Start : part.Start - 1;
        var end = isFirst && hasNext ? part.End + 1 : part.End;
        return origin.IsExact(start, end - start) ? origin.At(start, end - start) : null;
    }

    private static List<MaskPath>? ReadPart(PathNode message, TextOrigin origin, QueryPart part)
    {
        var start = part.ValueStart;
        var text = origin.Text.Substring(start, part.ValueLength);
        var paths = new List<MaskPath>();
        if (text.IndexOf(TextOrigin.Hole) >= 0)
            return null;
        if (text.Length == 0)
            return paths;
        foreach (var (from, to) in Split(text))
        {
            var path = text.Substring(from, to - from);
            if (path.IndexOf(Percent) >= 0)
                return null;
            var (itemFrom, itemTo) = WithEncodedComma(text, from, to);
            paths.Add(new TextPath(path.Length == 0 ? null : message.Find(path), path, origin, start + from)
            {
                // Without its only path a parameter says nothing.
                Whole = path.Length == text.Length ? () => WithSeparator(origin, part) : (itemFrom, itemTo) == (from, to) ? null : () => origin.At(start + itemFrom, itemTo - itemFrom),
            });
        }

        return paths;
    }

    // A comma may stand for itself or be %2C.
    private static IEnumerable<(int From, int To)> Split(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var length = text[i] == ',' ? 1 : IsEncodedComma(text, i) ? EncodedComma.Length : 0;
            if (length == 0)
                continue;
            yield return (from, i);
            from = i + length;
            i += length - 1;
        }

        yield return (from, text.Length);
    }

    /// <summary>A path with the encoded comma that goes when it is removed; a plain one is found by whoever removes it.</summary>
    private static (int From, int To) WithEncodedComma(string text, int from, int to) =>
        from > 0 && IsEncodedComma(text, from - EncodedComma.Length) ? (from - EncodedComma.Length, to)
        : from == 0 && IsEncodedComma(text, to) ? (from, to + EncodedComma.Length)
        : (from, to);

    private static bool IsEncodedComma(string text, int at) =>
        at >= 0 && string.Compare(text, at, EncodedComma, 0, EncodedComma.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
