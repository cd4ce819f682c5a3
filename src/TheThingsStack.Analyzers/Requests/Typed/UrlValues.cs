using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests.Typed;

/// <summary>The values in path and query of a URL as C#: what fills a hole, or the text that stands there.</summary>
internal sealed class UrlValues(HttpRequest request, ValueText values)
{
    private readonly TextOrigin _origin = request.Url.Origin;

    /// <summary>A segment of the path below <c>/api/v3</c>; null where it is not of the type.</summary>
    public string? Segment(int index, ITypeSymbol type)
    {
        var text = request.Url.Path[index];
        return text.Length == 1 && text[0] == TextOrigin.Hole ? Hole(HoleOfSegment(index), type) : OfText(text, type);
    }

    /// <summary>The value of a query parameter; null where it is not of the type.</summary>
    public string? Value(QueryPart part, ITypeSymbol type)
    {
        var text = _origin.Text.Substring(part.ValueStart, part.ValueLength);
        return text.Length == 1 && text[0] == TextOrigin.Hole ? Hole(_origin.HolesBefore(part.ValueStart), type) : OfText(text, type);
    }

    private string? OfText(string text, ITypeSymbol type) =>
        text.IndexOf(TextOrigin.Hole) >= 0 || text.StartsWith("{", StringComparison.Ordinal) ? null : values.OfText(Uri.UnescapeDataString(text), type);

    // The path may begin in the client's address, of which the holes are not in this text: they are counted from the end.
    private int HoleOfSegment(int index)
    {
        var query = _origin.Text.IndexOf('?');
        var inPath = _origin.HolesBefore(query < 0 ? _origin.Text.Length : query);
        return inPath - request.Url.Path.Skip(index).Count(static segment => segment.IndexOf(TextOrigin.Hole) >= 0);
    }

    private string? Hole(int index, ITypeSymbol type) =>
        index >= 0 && _origin.Holes.ElementAtOrDefault(index) is { } hole ? HoleText.Of(hole, type, request) : null;
}
