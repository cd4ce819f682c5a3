using System.Net;
using TheThingsStack.Diagnostics;

namespace TheThingsStack.Http;

/// <summary>One call: its clock, its caller's token, and what their ends and the network's failures mean.</summary>
internal sealed class ApiCall : IDisposable
{
    private readonly Secret _key;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenRegistration _registration;

    public ApiCall(ApiMethod method, Uri address, CallTrace trace, Secret key, TimeSpan timeout, TimeProvider time, CancellationToken caller)
    {
        (Method, Address, Trace) = (method, address, trace);
        (_key, _timeout, _time, _caller) = (key, timeout, time, caller);
        _started = time.GetTimestamp();
        _clock = new CancellationTokenSource(timeout, time);
        _registration = caller.UnsafeRegister(static clock => ((CancellationTokenSource)clock!).Cancel(), _clock);
    }

    public ApiMethod Method { get; }

    public Uri Address { get; }

    public CallTrace Trace { get; }

    /// <summary>Ends when the time is up or the caller gives up.</summary>
    public CancellationToken Token => _clock.Token;

    /// <summary>The time that is left.</summary>
    public TimeSpan Left => _timeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : _timeout - _time.GetElapsedTime(_started);

    /// <summary>From here on only the caller ends the call.</summary>
    public void StopClock() => _clock.CancelAfter(Timeout.InfiniteTimeSpan);

    public async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpRequestMessage message)
    {
        try
        {
            _caller.ThrowIfCancellationRequested();
            return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, _clock.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (Translate(e, "no answer") is { } translated)
        {
            throw translated;
        }
        catch (Exception e) when (e is not (InvalidOperationException or ArgumentException or NotSupportedException))
        {
            // A handler of the caller's HttpClient: a circuit breaker that is open, for example.
            var cause = _key.Clean(e);
            throw Failures.NoAnswer(Method, $"a handler of the HttpClient failed before {Address.Authority} answered: {cause.Message}", GrpcCode.Unavailable, cause);
        }
    }

    public async Task<Stream> OpenAsync(HttpContent content)
    {
        try
        {
            return await content.ReadAsStreamAsync(_clock.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (Translate(e, "the answer broke off") is { } translated)
        {
            throw translated;
        }
    }

    public async ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer)
    {
        try
        {
            return await stream.ReadAsync(buffer, _clock.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (Translate(e, "the answer broke off") is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>What it means that the wait for its turn was ended.</summary>
    public Exception NoTurn(Exception e) => _caller.IsCancellationRequested
        ? Canceled(e)
        : Failures.NoAnswer(Method, $"not sent within {_timeout}: it waited for its turn under the rate limit", GrpcCode.DeadlineExceeded, new TimeoutException($"No turn within {_timeout}.", e));

    public void Dispose()
    {
        _registration.Dispose();
        _clock.Dispose();
    }

    private Exception? Translate(Exception e, string problem)
    {
        if (e is not (OperationCanceledException or HttpRequestException or IOException or InvalidDataException))
            return null;
        if (_caller.IsCancellationRequested)
            return Canceled(e);
        if (e is OperationCanceledException)
            return _clock.IsCancellationRequested ? TimedOut(new TimeoutException($"No answer within {_timeout}.", e)) : GivenUp(e);
        var cause = _key.Clean(e);
        return Failures.NoAnswer(Method, $"{problem} from {Address.Authority}: {Innermost(cause)}", GrpcCode.Unavailable, cause);
    }

    private OperationCanceledException Canceled(Exception e) => new($"{Method.Rpc} was canceled.", e, _caller);

    private TheThingsStackException GivenUp(Exception e) => e.InnerException is TimeoutException timeout
        ? TimedOut(timeout)
        : Failures.NoAnswer(Method, "the HttpClient gave the call up", GrpcCode.Canceled, e);

    private TheThingsStackException TimedOut(TimeoutException e) =>
        Failures.NoAnswer(Method, $"no answer from {Address.Authority} in time: {e.Message}", GrpcCode.DeadlineExceeded, e);

    private static string Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e.Message;
}
