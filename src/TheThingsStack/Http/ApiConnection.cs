using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TheThingsStack.Diagnostics;
using TheThingsStack.Json;

namespace TheThingsStack.Http;

/// <summary>
/// Sends requests to one deployment with one API key and reads what comes back. Safe to use from several threads at once.
/// Every failure of a call is a <see cref="TheThingsStackException"/>; giving up through the caller's own token is an
/// <see cref="OperationCanceledException"/>.
/// </summary>
public sealed class ApiConnection : IDisposable
{
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly RequestFactory _requests;
    private readonly RpcLimiters? _limiters;
    private readonly ApiSender _sender;

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
        _timeout = options.Timeout;
        _time = options.TimeProvider;
        _log = options.LoggerFactory?.CreateLogger(LogEvents.Category) ?? NullLogger.Instance;
        _ownsHttp = ownsHttp;
        _http = http ?? new HttpClient(DefaultHandler.Create());
        if (ownsHttp)
            HttpClientDefaults.Apply(_http);
        _requests = new RequestFactory(options, _http);
        _limiters = options.RateLimits.Enabled ? new RpcLimiters(_time, options.RateLimits.Copy()) : null;
        _sender = new ApiSender(_http, _requests, _limiters, new WarningSink(_log, options.OnWarning), _time);
    }

    /// <summary>
    /// The handler that a connection of its own would use, for an HTTP client with further handlers before it: it follows no redirects,
    /// keeps no cookies, and takes names below <c>localhost</c> for this machine.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => DefaultHandler.Create();

    /// <summary>Where the calls that a server answers go, without a path.</summary>
    public Uri AddressOf(StackServer server) => _requests.AddressOf(server);

    /// <summary>The rate limits that the server has told so far, by RPC (<c>EndDeviceRegistry/Get</c> for example), as they are now.</summary>
    public IReadOnlyDictionary<string, RateLimitState> RateLimits => _limiters?.Snapshot() ?? [];

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

    /// <summary>Closes the connection's own HTTP client, the caller's stays open, and ends calls that wait for the rate limit.</summary>
    public void Dispose()
    {
        _limiters?.Dispose();
        if (_ownsHttp)
            _http.Dispose();
    }

    private delegate T BodyReader<T>(ReadOnlySpan<byte> body);

    private async Task<T> ExchangeAsync<T>(ApiRequest request, CallOptions? options, BodyReader<T> read, CancellationToken cancellationToken)
    {
        try
        {
            var address = _requests.AddressOf(request);
            using var trace = new CallTrace(request.Method, address, _log, _time);
            try
            {
                using var call = Begin(request, address, trace, options, cancellationToken);
                using var exchange = await _sender.SendAsync(call, request, options, "gzip").ConfigureAwait(false);
                var result = await ReadAsync(call, exchange, read).ConfigureAwait(false);
                trace.Succeeded(exchange.Metadata);
                return result;
            }
            catch (Exception e)
            {
                trace.Failed(e);
                throw;
            }
        }
        finally
        {
            request.Body?.Release();
        }
    }

    private async Task<T> ReadAsync<T>(ApiCall call, Exchange exchange, BodyReader<T> read)
    {
        using var body = new PooledBuffer();
        var whole = await ResponseBody.ReadAsync(call, exchange.Response.Content, body, ResponseBody.MaxMessage).ConfigureAwait(false);
        return whole
            ? Read(call.Method, exchange.Metadata, body.Span, read)
            : throw NotUnderstood(call.Method, exchange.Metadata, $"the answer is longer than {ResponseBody.MaxMessage} bytes", body.Span);
    }

    private async IAsyncEnumerable<T> EnumerateAsync<T>(
        ApiRequest request, CallOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : IJsonValue<T>
    {
        var address = _requests.AddressOf(request);
        using var trace = new CallTrace(request.Method, address, _log, _time);
        using var call = Begin(request, address, trace, options, cancellationToken);
        using var exchange = await StartAsync(call, request, options).ConfigureAwait(false);
        call.StopClock();
        using var lines = new JsonLines();
        var stream = await ResponseBody.OpenAsync(call, exchange.Response.Content).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            // Of lines that arrived together only the first is waited for.
            while (lines.TryMoveNext() || await MoveNextAsync(call, request.Method, exchange.Metadata, lines, stream).ConfigureAwait(false))
                yield return ReadLine<T>(request.Method, exchange.Metadata, lines);
        }
    }

    // What is traced of a stream is its start: it may last for days.
    private async Task<Exchange> StartAsync(ApiCall call, ApiRequest request, CallOptions? options)
    {
        try
        {
            var exchange = await _sender.SendAsync(call, request, options, "identity").ConfigureAwait(false);
            call.Trace.Succeeded(exchange.Metadata);
            return exchange;
        }
        catch (Exception e)
        {
            call.Trace.Failed(e);
            throw;
        }
        finally
        {
            call.Trace.Dispose();
        }
    }

    private ApiCall Begin(ApiRequest request, Uri address, CallTrace trace, CallOptions? options, CancellationToken cancellationToken) =>
        new(request.Method, address, trace, _requests.Key, options?.Timeout ?? _timeout, _time, cancellationToken);

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
            throw lines.IsUnterminated
                ? Failures.BrokenOff(method, metadata, "the stream broke off in the middle of a message", Erased(line), _requests.Key.Clean(e))
                : NotUnderstood(method, metadata, "a line of the stream is not the expected JSON", line, e);
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

    private TheThingsStackException NotUnderstood(
        ApiMethod method, ResponseMetadata metadata, string problem, ReadOnlySpan<byte> body, Exception? inner = null) =>
        Failures.NotUnderstood(method, metadata, problem, Erased(body[..Math.Min(body.Length, ResponseBody.MaxError)]), inner is null ? null : _requests.Key.Clean(inner));

    private byte[] Erased(ReadOnlySpan<byte> body)
    {
        var copy = body.ToArray();
        _requests.Key.Erase(copy);
        return copy;
    }
}
