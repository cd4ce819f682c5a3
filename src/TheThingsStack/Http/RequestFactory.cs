namespace TheThingsStack.Http;

/// <summary>Makes the messages of a connection: the address of the server that answers, and the headers that every request has.</summary>
internal sealed class RequestFactory
{
    private const int MaxAddress = 60_000;

    private readonly HttpClient _http;
    private readonly string[] _bases;
    private readonly string _userAgent;

    public RequestFactory(TheThingsStackOptions options, HttpClient http)
    {
        _http = http;
        _bases = [.. Enum.GetValues<StackServer>().Select(server => ServerAddress.ToBase(options.AddressOf(server)!))];
        _userAgent = $"{options.UserAgent} {LibraryVersion.Product}";
        Key = new Secret(options.ApiKey!);
    }

    public Secret Key { get; }

    public Uri AddressOf(StackServer server) => new(new Uri(_bases[(int)server]).GetLeftPart(UriPartial.Authority));

    public Uri AddressOf(ApiRequest request)
    {
        var address = _bases[(int)request.Method.Server] + request.PathAndQuery;
        return address.Length <= MaxAddress
            ? new Uri(address)
            : throw new ArgumentException($"{request.Method.Rpc}: the address of the request would have {address.Length} characters, more than {MaxAddress}; a field mask is shorter with parent paths.", nameof(request));
    }

    public HttpRequestMessage Create(ApiRequest request, Uri address, CallOptions? options, string encoding)
    {
        var message = new HttpRequestMessage(request.Method.HttpMethod, address)
        {
            Version = _http.DefaultRequestVersion,
            VersionPolicy = _http.DefaultVersionPolicy,
            Content = request.Body is { } body ? new JsonBodyContent(body) : null,
        };
        var headers = message.Headers;
        headers.Authorization = Key.Header;
        headers.TryAddWithoutValidation("User-Agent", _userAgent);
        headers.TryAddWithoutValidation("Accept", "application/json");
        headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        if (options?.RequestId is { } requestId)
            headers.TryAddWithoutValidation("X-Request-Id", requestId);
        foreach (var (name, value) in request.Headers)
            headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in options?.Headers ?? Enumerable.Empty<KeyValuePair<string, string>>())
            headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
