using System.Net;

namespace TheThingsStack.Http;

/// <summary>One call: its clock, its caller's token, and what their ends and the network's failures mean.</summary>
internal sealed class ApiCall : IDisposable
{
    private readonly ApiMethod _method;
    private readonly string _host;
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _clock;

    public ApiCall(ApiMethod method, Uri address, TimeSpan timeout, CancellationToken caller)
    {
        _method = method;
        _host = address.Authority;
        _timeout = timeout;
        _caller = caller;
        _clock = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _clock.CancelAfter(timeout);
    }

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

    public void Dispose() => _clock.Dispose();

    private Exception? Translate(Exception e, string problem)
    {
        if (e is not (OperationCanceledException or HttpRequestException or IOException or InvalidDataException))
            return null;
        if (_caller.IsCancellationRequested)
            return new OperationCanceledException($"{_method.Rpc} was canceled.", e, _caller);
        if (e is OperationCanceledException)
            return _clock.IsCancellationRequested ? TimedOut(new TimeoutException($"No answer within {_timeout}.", e)) : GivenUp(e);
        return Failures.NoAnswer(_method, $"{problem} from {_host}: {Innermost(e)}", GrpcCode.Unavailable, e);
    }

    private TheThingsStackException GivenUp(Exception e) => e.InnerException is TimeoutException timeout
        ? TimedOut(timeout)
        : Failures.NoAnswer(_method, "the HttpClient gave the call up", GrpcCode.Canceled, e);

    private TheThingsStackException TimedOut(TimeoutException e) =>
        Failures.NoAnswer(_method, $"no answer from {_host} in time: {e.Message}", GrpcCode.DeadlineExceeded, e);

    private static string Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e.Message;
}
