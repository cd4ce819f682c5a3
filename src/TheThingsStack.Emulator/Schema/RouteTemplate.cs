namespace TheThingsStack.Emulator.Schema;

/// <summary>A path with named parts in braces, such as <c>/applications/{application_ids.application_id}/devices</c>.</summary>
internal sealed class RouteTemplate
{
    private readonly string[] _segments;

    public RouteTemplate(string text)
    {
        Text = text;
        _segments = text.TrimStart('/').Split('/');
    }

    public string Text { get; }

    /// <summary>The names of the parts in braces, from left to right.</summary>
    public IEnumerable<string> Parameters => _segments.Where(IsParameter).Select(Name);

    /// <summary>The values of the parts in braces when the segments of a path fit, else null. Values are percent-decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Match(IReadOnlyList<string> path)
    {
        if (path.Count != _segments.Length)
            return null;
        var values = new List<KeyValuePair<string, string>>();
        for (var i = 0; i < _segments.Length; i++)
        {
            if (!IsParameter(_segments[i]))
            {
                if (_segments[i] != path[i])
                    return null;
            }
            else if (path[i].Length > 0)
            {
                values.Add(new(Name(_segments[i]), Uri.UnescapeDataString(path[i])));
            }
            else
            {
                return null;
            }
        }

        return values;
    }

    /// <summary>Orders templates so that a literal segment comes before a part in braces: <c>…/devices/batch</c> before <c>…/devices/{device_id}</c>.</summary>
    public string Precedence => string.Concat(_segments.Select(s => IsParameter(s) ? '1' : '0'));

    private static bool IsParameter(string segment) => segment.StartsWith('{');

    private static string Name(string segment) => segment[1..^1];
}
