namespace TheThingsStack.Generators.Reading;

/// <summary>A piece of a route: text, or the name of a value.</summary>
internal readonly struct RoutePart(string text, bool isValue, bool isMultiSegment)
{
    public string Text { get; } = text;

    public bool IsValue { get; } = isValue;

    /// <summary>Whether slashes in the value stay.</summary>
    public bool IsMultiSegment { get; } = isMultiSegment;
}

/// <summary>Cuts a route into its pieces. Gateways and routers write more between braces than the name of a value.</summary>
internal static class RouteTemplate
{
    /// <summary>The pieces in order; a brace without its partner is text.</summary>
    /// <param name="isDeclared">Whether a parameter has this name: then it is one, whatever characters it is made of.</param>
    public static List<RoutePart> Parse(string route, Func<string, bool> isDeclared)
    {
        var parts = new List<RoutePart>();
        var start = 0;
        for (var open = route.IndexOf('{'); open >= 0; open = route.IndexOf('{', open + 1))
        {
            var close = route.IndexOf('}', open);
            if (close < 0)
                break;
            var part = Value(route.Substring(open + 1, close - open - 1), isDeclared);
            if (part.Text.Length == 0)
                continue;
            if (open > start)
                parts.Add(new(route.Substring(start, open - start), isValue: false, isMultiSegment: false));
            parts.Add(part);
            start = close + 1;
            open = close;
        }

        if (start < route.Length)
            parts.Add(new(route.Substring(start), isValue: false, isMultiSegment: false));
        return parts;
    }

    // {name=**} of gateways, {+name} of URI templates, {name+} and {name*} of routers take a value with slashes; {name:…} says how it looks.
    private static RoutePart Value(string template, Func<string, bool> isDeclared)
    {
        if (isDeclared(template))
            return new(template, isValue: true, isMultiSegment: false);
        var name = template.Split('=', ':')[0].Trim();
        var isMultiSegment = template.IndexOf("**", StringComparison.Ordinal) >= 0
            || name.StartsWith("+", StringComparison.Ordinal) || name.EndsWith("+", StringComparison.Ordinal) || name.EndsWith("*", StringComparison.Ordinal);
        return new(name.Trim('+', '*'), isValue: true, isMultiSegment);
    }
}
