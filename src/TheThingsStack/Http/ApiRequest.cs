using System.Globalization;

namespace TheThingsStack.Http;

/// <summary>
/// A request to The Things Stack before it has an address. Generated code builds one per call; it is sent by one call.
/// </summary>
public sealed class ApiRequest
{
    private readonly string _path;
    private QueryString? _query;
    private List<KeyValuePair<string, string>>? _headers;

    /// <summary>Begins a request.</summary>
    /// <param name="method">The binding.</param>
    /// <param name="route">An interpolated string: the binding's route with its values.</param>
    public ApiRequest(ApiMethod method, ref ApiRoute route)
    {
        ArgumentNullException.ThrowIfNull(method);
        Method = method;
        _path = route.Finish();
    }

    /// <summary>The binding.</summary>
    public ApiMethod Method { get; }

    /// <summary>The JSON to send; null for none. The call that sends it gives its buffer back.</summary>
    public JsonBody? Body { get; set; }

    /// <summary>Route and query as they are sent, below <c>/api/v3</c>.</summary>
    public string PathAndQuery => _query is null ? _path : _path + _query;

    internal IEnumerable<KeyValuePair<string, string>> Headers => _headers ?? [];

    /// <summary>Adds a parameter; null is not sent, an empty text is.</summary>
    public void Query(string name, string? value)
    {
        if (value is not null)
            (_query ??= new QueryString()).Add(name, value);
    }

    /// <summary>Adds a parameter; null is not sent.</summary>
    public void Query(string name, bool? value) => Query(name, value switch { null => null, true => "true", false => "false" });

    /// <inheritdoc cref="Query(string, bool?)"/>
    public void Query(string name, int? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Query(string, bool?)"/>
    public void Query(string name, uint? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Query(string, bool?)"/>
    public void Query(string name, long? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Query(string, bool?)"/>
    public void Query(string name, ulong? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Query(string, bool?)"/>
    public void Query(string name, float? value) => Query(name, value?.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Query(string, bool?)"/>
    public void Query(string name, double? value) => Query(name, value?.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Query(string, IQueryValue?)"/>
    public void Query<T>(string name, T? value)
        where T : struct, IQueryValue
    {
        if (value is { } present)
            Add(name, present.ToQueryString());
    }

    /// <summary>Adds a parameter; null is not sent, nor what has no text: an empty field mask, which the server would read as one path without a name.</summary>
    public void Query(string name, IQueryValue? value)
    {
        if (value is not null)
            Add(name, value.ToQueryString());
    }

    /// <summary>Adds a parameter once per value, as the server reads lists; null and an empty list are not sent.</summary>
    public void Query(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
            Query(name, value);
    }

    /// <inheritdoc cref="Query(string, IEnumerable{string}?)"/>
    public void Query<T>(string name, IEnumerable<T>? values)
        where T : struct, IQueryValue
    {
        foreach (var value in values ?? [])
            Add(name, value.ToQueryString());
    }

    /// <summary>Adds a parameter <c>name[key]</c> per pair; null and an empty map are not sent.</summary>
    public void Query(string name, IReadOnlyDictionary<string, string>? map)
    {
        if (map is null)
            return;
        foreach (var (key, value) in map)
            Query($"{name}[{key}]", value);
    }

    /// <summary>Adds a header; null is not sent. For other APIs than The Things Stack's, which has no headers of its own in requests.</summary>
    /// <exception cref="ArgumentException">Not a header name, one that the connection sets itself, or a value that a header cannot hold.</exception>
    public void Header(string name, string? value)
    {
        if (value is null)
            return;
        HeaderRules.Check(name, value);
        (_headers ??= []).Add(new(name, value));
    }

    private void Add(string name, string value)
    {
        if (value.Length > 0)
            Query(name, value);
    }
}
