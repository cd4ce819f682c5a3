using System.Text;
using System.Text.RegularExpressions;

namespace TheThingsStack.Analyzers.Tests.Infrastructure;

/// <summary>A source in which places are marked with the rule that has something to say there: <c>{|TTS2001:here|}</c>, one within another too.</summary>
/// <remarks>Unlike that of the test library, it knows no mark for the cursor: <c>$$</c> begins a raw string.</remarks>
internal sealed partial record Markup(string Source, IReadOnlyList<(string Id, int Start, int Length)> Places)
{
    public static Markup Parse(string text)
    {
        var source = new StringBuilder(text.Length);
        var places = new List<(string Id, int Start, int Length)>();
        var open = new Stack<(string Id, int Start)>();
        var read = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            if (mark.Value == "|}" && open.Count == 0)
                continue;
            source.Append(text, read, mark.Index - read);
            read = mark.Index + mark.Length;
            if (mark.Groups["id"] is { Success: true } id)
                open.Push((id.Value, source.Length));
            else if (open.TryPop(out var place))
                places.Add((place.Id, place.Start, source.Length - place.Start));
        }

        Assert.Empty(open);
        return new(source.Append(text, read, text.Length - read).ToString(), [.. places.OrderBy(static p => p.Start).ThenBy(static p => p.Id, StringComparer.Ordinal)]);
    }

    [GeneratedRegex(@"\{\|(?<id>[A-Z]+\d{4}):|\|\}")]
    private static partial Regex Mark();
}
