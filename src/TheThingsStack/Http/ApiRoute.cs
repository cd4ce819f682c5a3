using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TheThingsStack.Http;

/// <summary>
/// A route with its values filled in, from an interpolated string: what stands between braces is percent-encoded, so that no value can
/// leave its segment. The format <c>*</c> keeps the slashes of a value that spans several segments.
/// </summary>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ApiRoute
{
    private DefaultInterpolatedStringHandler _path;

    /// <summary>Begins a route.</summary>
    /// <param name="literalLength">Length of the fixed parts.</param>
    /// <param name="formattedCount">Number of values.</param>
    public ApiRoute(int literalLength, int formattedCount) =>
        _path = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);

    /// <summary>Adds a fixed part.</summary>
    public void AppendLiteral(string value) => _path.AppendLiteral(value);

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value, not yet encoded.</param>
    /// <param name="format"><c>*</c> for a value of several segments.</param>
    /// <param name="name">The expression in the source, for the exception.</param>
    /// <exception cref="ArgumentException">The value, or a segment of it, is empty, "." or "..", which would make another route.</exception>
    public void AppendFormatted(string? value, string? format = null, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (format is not "*")
        {
            AppendSegment(value, name);
            return;
        }
        var segments = (value ?? "").Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (i > 0)
                _path.AppendLiteral("/");
            AppendSegment(segments[i], name);
        }
    }

    /// <summary>Adds a value.</summary>
    public void AppendFormatted(bool value) => _path.AppendLiteral(value ? "true" : "false");

    /// <summary>Adds a value.</summary>
    public void AppendFormatted(int value) => _path.AppendFormatted(value);

    /// <summary>Adds a value.</summary>
    public void AppendFormatted(uint value) => _path.AppendFormatted(value);

    /// <summary>Adds a value.</summary>
    public void AppendFormatted(long value) => _path.AppendFormatted(value);

    /// <summary>Adds a value.</summary>
    public void AppendFormatted(ulong value) => _path.AppendFormatted(value);

    /// <inheritdoc cref="AppendFormatted(string?, string?, string?)"/>
    public void AppendFormatted<T>(T value, string? format = null, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : IQueryValue => AppendFormatted(value?.ToQueryString(), format, name);

    internal string Finish() => _path.ToStringAndClear();

    private void AppendSegment(string? segment, string? name)
    {
        if (string.IsNullOrEmpty(segment))
            throw new ArgumentException("Part of the route: a path value must not be empty.", name);
        if (segment is "." or "..")
            throw new ArgumentException($"Part of the route: '{segment}' as a path value would lead to another route.", name);
        _path.AppendLiteral(Uri.EscapeDataString(segment));
    }
}
