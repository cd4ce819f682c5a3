using TheThingsStack.Http;

namespace TheThingsStack;

/// <summary>What one call does differently from <see cref="TheThingsStackOptions"/>, and access to what its answer says beside the message.</summary>
public sealed class CallOptions
{
    private readonly TimeSpan? _timeout;
    private readonly string? _requestId;
    private readonly IReadOnlyDictionary<string, string>? _headers;

    /// <summary>How long this call may take; null for <see cref="TheThingsStackOptions.Timeout"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero, or 24 days or more, and not <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? Timeout
    {
        get => _timeout;
        init => _timeout = value is { } timeout && !IsTimeout(timeout)
            ? throw new ArgumentOutOfRangeException(nameof(value), timeout, "A timeout is above zero and below 24 days.")
            : value;
    }

    /// <summary>Sent as <c>X-Request-Id</c>, to find this call again in the server's logs; the server makes one up when this is null.</summary>
    /// <exception cref="ArgumentException">Empty, longer than 128, or with characters other than visible ASCII.</exception>
    public string? RequestId
    {
        get => _requestId;
        init => _requestId = value is null or { Length: > 0 and <= 128 } && (value?.All(c => c is > ' ' and < '\u007f') ?? true)
            ? value
            : throw new ArgumentException("A request id is 1 to 128 visible ASCII characters.", nameof(value));
    }

    /// <summary>Headers to send beside those that every call has.</summary>
    /// <exception cref="ArgumentException">
    /// Not a header name, one that the connection sets itself (<c>Authorization</c>, <c>User-Agent</c>, <c>Host</c> …), or a value that a header cannot hold.
    /// </exception>
    public IReadOnlyDictionary<string, string>? Headers
    {
        get => _headers;
        init => _headers = value is null ? null : Checked(value);
    }

    /// <summary>
    /// Called once per answer, success or error, before the call returns or throws; for a stream when it starts.
    /// A call that the rate limit refuses at first has more than one answer. What it throws ends the call.
    /// </summary>
    public Action<ResponseMetadata>? OnResponse { get; init; }

    private static Dictionary<string, string> Checked(IReadOnlyDictionary<string, string> headers)
    {
        var copy = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            HeaderRules.Check(name, value);
            if (name.Equals("X-Request-Id", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException($"The request id has its own option, {nameof(RequestId)}.", nameof(headers));
            copy.Add(name, value);
        }
        return copy;
    }

    internal static bool IsTimeout(TimeSpan value) =>
        value == System.Threading.Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value.TotalMilliseconds < int.MaxValue);
}
