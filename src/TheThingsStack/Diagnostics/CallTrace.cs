using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using TheThingsStack.Http;

namespace TheThingsStack.Diagnostics;

/// <summary>Tells logs, traces and metrics about one call. What a tag may hold is fixed here: names of the API, hosts and statuses, nothing of a request.</summary>
internal sealed class CallTrace : IDisposable
{
    private readonly ApiMethod _method;
    private readonly Uri _address;
    private readonly ILogger _log;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly Activity? _activity;

    public CallTrace(ApiMethod method, Uri address, ILogger log, TimeProvider time)
    {
        (_method, _address, _log, _time) = (method, address, log, time);
        _started = time.GetTimestamp();
        if (Instruments.Activities.HasListeners())
            _activity = Instruments.Activities.StartActivity($"{method.HttpMethod} {method.Route}", ActivityKind.Client, default(ActivityContext), AllTags());
    }

    /// <summary>The tags that say which RPC it is.</summary>
    public static TagList RpcTags(ApiMethod method)
    {
        var (service, name) = Split(method.Rpc);
        return new() { { "rpc.service", service }, { "rpc.method", name } };
    }

    /// <summary>One request was answered, or not.</summary>
    public void Requested(TimeSpan duration, int? statusCode, Exception? failure)
    {
        if (!Instruments.RequestDuration.Enabled)
            return;
        var tags = RpcTags(_method);
        foreach (var (key, value) in HttpTags())
            tags.Add(key, value);
        if (statusCode is { } status)
            tags.Add("http.response.status_code", status);
        if (ErrorType(statusCode, failure) is { } error)
            tags.Add("error.type", error);
        Instruments.RequestDuration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>The call waited for its turn.</summary>
    public void Waited(TimeSpan duration)
    {
        Instruments.RateLimitWait.Record(duration.TotalSeconds, RpcTags(_method));
        Log.WaitedForRateLimit(_log, _method.Rpc, duration.TotalMilliseconds);
    }

    /// <summary>The rate limit refused the call; it will be sent again.</summary>
    public void Refused(int retry, TimeSpan asked)
    {
        Instruments.Retries.Add(1, RpcTags(_method));
        _activity?.SetTag("http.request.resend_count", retry);
        Log.RateLimited(_log, _method.Rpc, retry, asked.TotalSeconds);
    }

    /// <summary>The call has its answer.</summary>
    public void Succeeded(ResponseMetadata metadata)
    {
        _activity?.SetTag("http.response.status_code", (int)metadata.StatusCode);
        Log.CallAnswered(_log, _method.Rpc, (int)metadata.StatusCode, Elapsed(), metadata.RequestId);
    }

    /// <summary>The call has failed.</summary>
    public void Failed(Exception e)
    {
        var status = (int?)(e as TheThingsStackException)?.StatusCode;
        if (_activity is not null)
        {
            if (status is { } known)
                _activity.SetTag("http.response.status_code", known);
            _activity.SetTag("error.type", ErrorType(status, e));
            _activity.SetStatus(ActivityStatusCode.Error);
        }
        Log.CallFailed(_log, e, _method.Rpc, Elapsed());
    }

    public void Dispose() => _activity?.Dispose();

    private double Elapsed() => _time.GetElapsedTime(_started).TotalMilliseconds;

    private KeyValuePair<string, object?>[] HttpTags() =>
    [
        new("http.request.method", _method.HttpMethod.Method),
        new("url.template", _method.Route),
        new("server.address", _address.IdnHost),
        new("server.port", _address.Port),
    ];

    private KeyValuePair<string, object?>[] AllTags() => [.. HttpTags(), .. RpcTags(_method)];

    private static string? ErrorType(int? statusCode, Exception? failure) => (statusCode, failure) switch
    {
        ({ } status and >= 300, _) => status.ToString(CultureInfo.InvariantCulture),
        (_, TheThingsStackException { InnerException: { } inner }) => inner.GetType().FullName,
        (_, { } e) => e.GetType().FullName,
        _ => null,
    };

    private static (string Service, string Method) Split(string rpc)
    {
        var slash = rpc.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", rpc) : (rpc[..slash], rpc[(slash + 1)..]);
    }
}
