using System.Net;
using System.Runtime.CompilerServices;
using TheThingsStack.Json;

namespace TheThingsStack.Http;

/// <summary>
/// Sends requests to one deployment with one API key and reads what comes back. Safe to use from several threads at once.
/// Every failure of a call is a <see cref="TheThingsStackException"/>; giving up through the caller's own token is an
/// <see cref="OperationCanceledException"/>.
/// </summary>
public sealed class ApiConnection : IDisposable
{
    private const int MaxAddress = 60_000;

    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly string _base;
    private readonly string _identityBase;
    private readonly string _userAgent;
    private readonly Secret _key;
    private readonly TimeSpan _timeout;

    /// <summary>Connects with an HTTP client of its own, which follows no redirects, keeps no cookies and looks names up again every five minutes.</summary>
    /// <exception cref="ArgumentException">The options are not usable; the message lists everything that is wrong.</exception>
    public ApiConnection(TheThingsStackOptions options)
        : this(options, null, ownsHttp: true)
    {
    }

    /// <summary>
    /// Connects with the caller's HTTP client, which is neither changed nor disposed of: address and headers are those of each request.
    /// Its handler should not follow redirects: an answer that comes from another address than the one asked is refused.
    /// </summary>
    /// <exception cref="ArgumentException">The options are not usable; the message lists everything that is wrong.</exception>
    public ApiConnection(TheThingsStackOptions options, HttpClient http)
        : this(options, http, ownsHttp: false)
    {
    }

    private ApiConnection(TheThingsStackOptions options, HttpClient? http, bool ownsHttp)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!ownsHttp)
            ArgumentNullException.ThrowIfNull(http);
        options.Validate();
        _base = ServerAddress.ToBase(options.Address!);
        _identityBase = string.IsNullOrEmpty(options.IdentityAddress) ? _base : ServerAddress.ToBase(options.IdentityAddress);
        _userAgent = $"{options.UserAgent} {LibraryVersion.Product}";
        _key = new Secret(options.ApiKey!);
        _timeout = options.Timeout;
        _ownsHttp = ownsHttp;
        _http = http ?? new HttpClient(DefaultHandler.Create())
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
    }

    /// <summary>
    /// The handler that a connection of its own would use, for an HTTP client with further handlers before it: it follows no redirects,
    /// keeps no cookies, and takes names below <c>localhost</c> for this machine.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => DefaultHandler.Create();

    /// <summary>Where the calls that a server answers go, without a path.</summary>
    public Uri AddressOf(StackServer server) => new(new Uri(server == StackServer.IdentityServer ? _identityBase : _base).GetLeftPart(UriPartial.Authority));

    /// <summary>Sends a request whose answer says nothing.</summary>
    public async Task SendAsync(ApiRequest request, CallOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await ExchangeAsync(request, options, CheckEmpty, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request and reads the message that answers it.</summary>
    public Task<T> SendAsync<T>(ApiRequest request, CallOptions? options, CancellationToken cancellationToken)
        where T : IJsonValue<T>
    {
        ArgumentNullException.ThrowIfNull(request);
        return ExchangeAsync(request, options, MessageJson.Parse<T>, cancellationToken);
    }

    /// <summary>
    /// Sends a request and reads the messages that answer it as they come. Each enumeration sends the request; ending it closes the connection.
    /// </summary>
    public IAsyncEnumerable<T> StreamAsync<T>(ApiRequest request, CallOptions? options, CancellationToken cancellationToken)
        where T : IJsonValue<T>
    {
        ArgumentNullException.ThrowIfNull(request);
        return EnumerateAsync<T>(request, options, cancellationToken);
    }

    /// <summary>Closes the connection's own HTTP client; the caller's stays open.</summary>
    public void Dispose()
    {
        if (_ownsHttp)
            _http.Dispose();
    }

    private delegate T BodyReader<T>(ReadOnlySpan<byte> body);

    private async Task<T> ExchangeAsync<T>(ApiRequest request, CallOptions? options, BodyReader<T> read, CancellationToken cancellationToken)
    {
        using var message = CreateMessage(request, options, "gzip");
        var address = message.RequestUri!;
        using var call = new ApiCall(request.Method, address, options?.Timeout ?? _timeout, cancellationToken);
        try
        {
            using var response = await call.SendAsync(_http, message).ConfigureAwait(false);
            var metadata = await CheckAsync(call, request.Method, address, response, options).ConfigureAwait(false);
            using var body = new PooledBuffer();
            var whole = await ResponseBody.ReadAsync(call, response.Content, body, ResponseBody.MaxMessage).ConfigureAwait(false);
            return whole
                ? Read(request.Method, metadata, body.Span, read)
                : throw NotUnderstood(request.Method, metadata, $"the answer is longer than {ResponseBody.MaxMessage} bytes", body.Span);
        }
        finally
        {
            request.Body?.Release();
        }
    }

    private async IAsyncEnumerable<T> EnumerateAsync<T>(
        ApiRequest request, CallOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : IJsonValue<T>
    {
        using var message = CreateMessage(request, options, "identity");
        var address = message.RequestUri!;
        using var call = new ApiCall(request.Method, address, options?.Timeout ?? _timeout, cancellationToken);
        using var response = await call.SendAsync(_http, message).ConfigureAwait(false);
        var metadata = await CheckAsync(call, request.Method, address, response, options).ConfigureAwait(false);
        call.StopClock();
        using var lines = new JsonLines();
        var stream = await ResponseBody.OpenAsync(call, response.Content).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (await MoveNextAsync(call, request.Method, metadata, lines, stream).ConfigureAwait(false))
                yield return ReadLine<T>(request.Method, metadata, lines);
        }
    }

    private async ValueTask<bool> MoveNextAsync(ApiCall call, ApiMethod method, ResponseMetadata metadata, JsonLines lines, Stream stream)
    {
        try
        {
            return await lines.MoveNextAsync(call, stream).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw NotUnderstood(method, metadata, e.Message, [], e);
        }
    }

    private T ReadLine<T>(ApiMethod method, ResponseMetadata metadata, JsonLines lines)
        where T : IJsonValue<T>
    {
        var line = lines.Line.Span;
        try
        {
            if (StreamLine.TryRead<T>(line, out var result))
                return result;
        }
        catch (Exception e) when (JsonAnswer.IsMisfit(e))
        {
            var problem = lines.IsUnterminated ? "the stream broke off in the middle of a message" : "a line of the stream is not the expected JSON";
            throw NotUnderstood(method, metadata, problem, line, e);
        }
        throw Failures.InStream(method, metadata, Erased(line));
    }

    private static bool CheckEmpty(ReadOnlySpan<byte> body)
    {
        JsonAnswer.CheckEmpty(body);
        return true;
    }

    private T Read<T>(ApiMethod method, ResponseMetadata metadata, ReadOnlySpan<byte> body, BodyReader<T> read)
    {
        try
        {
            return read(body);
        }
        catch (Exception e) when (JsonAnswer.IsMisfit(e))
        {
            throw NotUnderstood(method, metadata, "the answer is not the expected JSON", body, e);
        }
    }

    /// <summary>Reads status and headers, and the error if it is one.</summary>
    private async Task<ResponseMetadata> CheckAsync(
        ApiCall call, ApiMethod method, Uri address, HttpResponseMessage response, CallOptions? options)
    {
        var metadata = ResponseHeaders.Read(response, _key);
        options?.OnResponse?.Invoke(metadata);
        if (response.RequestMessage?.RequestUri is { } answered && answered != address)
            throw NotUnderstood(method, metadata, $"the answer comes from {answered.GetLeftPart(UriPartial.Authority)}: the HttpClient follows redirects, which it must not", []);
        if (response.IsSuccessStatusCode)
            return metadata;
        using var body = new PooledBuffer();
        TheThingsStackException? brokenOff = null;
        try
        {
            await ResponseBody.ReadAsync(call, response.Content, body, ResponseBody.MaxError).ConfigureAwait(false);
        }
        catch (TheThingsStackException e)
        {
            // The status counts, and what came of the body is kept.
            brokenOff = e;
        }
        _key.Erase(body.Span);
        throw Failures.Refused(method, response, metadata, body.Span, brokenOff);
    }

    private TheThingsStackException NotUnderstood(
        ApiMethod method, ResponseMetadata metadata, string problem, ReadOnlySpan<byte> body, Exception? inner = null) =>
        Failures.NotUnderstood(method, metadata, problem, Erased(body[..Math.Min(body.Length, ResponseBody.MaxError)]), inner);

    private byte[] Erased(ReadOnlySpan<byte> body)
    {
        var copy = body.ToArray();
        _key.Erase(copy);
        return copy;
    }

    private HttpRequestMessage CreateMessage(ApiRequest request, CallOptions? options, string encoding)
    {
        var server = request.Method.Server == StackServer.IdentityServer ? _identityBase : _base;
        var address = server + request.PathAndQuery;
        if (address.Length > MaxAddress)
            throw new ArgumentException($"{request.Method.Rpc}: the address of the request would have {address.Length} characters, more than {MaxAddress}; a field mask is shorter with parent paths.", nameof(request));
        var message = new HttpRequestMessage(request.Method.HttpMethod, new Uri(address))
        {
            Version = _http.DefaultRequestVersion,
            VersionPolicy = _http.DefaultVersionPolicy,
            Content = request.Body is { } body ? new JsonBodyContent(body) : null,
        };
        var headers = message.Headers;
        headers.Authorization = _key.Header;
        headers.TryAddWithoutValidation("User-Agent", _userAgent);
        headers.TryAddWithoutValidation("Accept", "application/json");
        headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        if (options?.RequestId is { } requestId)
            headers.TryAddWithoutValidation("X-Request-Id", requestId);
        foreach (var (name, value) in request.Headers)
            headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
