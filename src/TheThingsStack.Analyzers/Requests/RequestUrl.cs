using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>A URL as far as it is seen, in its parts.</summary>
internal sealed class RequestUrl
{
    private const string ApiPath = "api/v3";

    private string _path = "";

    private RequestUrl(TextOrigin origin) => Origin = AddressOrigin = origin;

    /// <summary>The text that path and query stand in.</summary>
    public TextOrigin Origin { get; }

    /// <summary>The text that scheme and host stand in.</summary>
    public TextOrigin AddressOrigin { get; private set; }

    /// <summary>The scheme; null for a relative URL, and for one that begins with a value that is not seen.</summary>
    public string? Scheme { get; private set; }

    /// <summary>The host without port, in which a hole may be; null for a relative URL, and for one that begins with a value that is not seen.</summary>
    public string? Host { get; private set; }

    /// <summary>Whether it begins with a value that is not seen: an address, most likely.</summary>
    public bool BeginsUnseen { get; private set; }

    /// <summary>Whether it is of a path, or a query, alone.</summary>
    public bool IsRelative => Host is null && !BeginsUnseen;

    /// <summary>Whether <c>/api/v3</c> is part of it.</summary>
    public bool HasApiPath { get; private set; }

    /// <summary>The segments, without those of <c>/api/v3</c>.</summary>
    public IReadOnlyList<string> Path { get; private set; } = [];

    /// <summary>Where the first of the segments that stand in <see cref="Origin"/> begins.</summary>
    public int PathStart { get; private set; }

    /// <summary>The parameters of the query.</summary>
    public QueryPart[] Query { get; private set; } = [];

    /// <summary>Whether nothing of path and query is hidden but whole segments and whole values.</summary>
    public bool IsWhole => Path.All(static segment => segment.IndexOf(TextOrigin.Hole) < 0 || segment.Length == 1)
        && Array.TrueForAll(Query, static part => part.Name.IndexOf(TextOrigin.Hole) < 0);

    public static RequestUrl Of(TextOrigin origin)
    {
        var url = new RequestUrl(origin);
        var text = origin.Text;
        var end = text.IndexOf('#') is >= 0 and var fragment ? fragment : text.Length;
        var query = text.IndexOf('?', 0, end);
        var before = text.Substring(0, query < 0 ? end : query);
        var path = url.ReadAddress(before);
        url.ReadPath(path);
        url.PathStart = before.Length - url.Path.Sum(static segment => segment.Length + 1) + (url.Path.Count > 0 ? 1 : 0);
        if (query >= 0)
            url.Query = [.. ReadQuery(text, query + 1, end)];
        return url;
    }

    /// <summary>The parameter of the query that has a name.</summary>
    public QueryPart? QueryOf(string name) => Array.Find(Query, part => part.Name == name);

    /// <summary>The same path and query at the address that a client has, as HTTP resolves one against the other.</summary>
    public RequestUrl Below(RequestUrl address)
    {
        var url = new RequestUrl(Origin) { AddressOrigin = address.AddressOrigin, Scheme = address.Scheme, Host = address.Host, BeginsUnseen = address.BeginsUnseen, PathStart = PathStart, Query = Query };
        var isRooted = _path.StartsWith("/", StringComparison.Ordinal);
        url.ReadPath(isRooted ? _path : address._path.Substring(0, address._path.LastIndexOf('/') + 1) + _path);
        return url;
    }

    private string ReadAddress(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        if (start > 0)
        {
            Scheme = text.Substring(0, start);
            var end = text.IndexOf('/', start + 3);
            var authority = end < 0 ? text.Substring(start + 3) : text.Substring(start + 3, end - start - 3);
            Host = HostOf(authority);
            return end < 0 ? "" : text.Substring(end);
        }

        BeginsUnseen = text.Length > 0 && text[0] == TextOrigin.Hole;
        return BeginsUnseen ? text.Substring(text.IndexOf('/') is >= 0 and var slash ? slash : text.Length) : text;
    }

    private static string HostOf(string authority)
    {
        var host = authority.Substring(authority.LastIndexOf('@') + 1);
        if (host.StartsWith("[", StringComparison.Ordinal))
            return host.Substring(0, host.IndexOf(']') + 1);
        var port = host.IndexOf(':');
        return port < 0 ? host : host.Substring(0, port);
    }

    private void ReadPath(string path)
    {
        _path = path;
        var text = path.TrimStart('/');
        HasApiPath = text == ApiPath || text.StartsWith(ApiPath + "/", StringComparison.Ordinal);
        if (HasApiPath)
            text = text.Substring(ApiPath.Length).TrimStart('/');
        Path = text.Length == 0 ? [] : text.Split('/');
    }

    private static IEnumerable<QueryPart> ReadQuery(string text, int start, int end)
    {
        while (start <= end)
        {
            var next = text.IndexOf('&', start, end - start) is >= 0 and var and ? and : end;
            var equals = text.IndexOf('=', start, next - start);
            if (equals >= 0)
                yield return new(text.Substring(start, equals - start), start, equals + 1, next - equals - 1);
            else if (next > start)
                yield return new(text.Substring(start, next - start), start, next, 0);
            start = next + 1;
        }
    }
}

/// <summary>A parameter of a query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Where it begins in the text of the URL.</param>
/// <param name="ValueStart">Where its value begins.</param>
/// <param name="ValueLength">The length of the value.</param>
internal sealed record QueryPart(string Name, int Start, int ValueStart, int ValueLength)
{
    public int End => ValueStart + ValueLength;
}
