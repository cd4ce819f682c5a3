namespace TheThingsStack.Emulator;

/// <summary>
/// Something that goes wrong with a request. Faults that answer or cut before the answer keep the request from taking effect;
/// the others let it take effect and spoil only what the caller sees of that.
/// </summary>
public sealed class Fault
{
    private Fault(FaultKind kind) => Kind = kind;

    internal FaultKind Kind { get; }

    internal int StatusCode { get; private init; }

    internal string? Body { get; private init; }

    internal string ContentType { get; private init; } = "application/json";

    internal int Bytes { get; private init; }

    internal TimeSpan Time { get; private init; }

    internal string Text { get; private init; } = "";

    /// <summary>Answers 429 as the server does, whatever limits are set. The request does not take effect.</summary>
    /// <param name="retry">The time to wait that the headers tell, in whole seconds.</param>
    public static Fault RateLimited(TimeSpan retry) => new(FaultKind.RateLimited) { Time = NotNegative(retry) };

    /// <summary>Answers with a status and nothing else than an error. The request does not take effect.</summary>
    /// <param name="statusCode">400 to 599.</param>
    /// <param name="body">The body to send; null for the bare JSON status that the server's gateway would write.</param>
    /// <param name="contentType">What the body claims to be.</param>
    public static Fault Status(int statusCode, string? body = null, string contentType = "application/json")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        return new(FaultKind.Status) { StatusCode = statusCode, Body = body, ContentType = contentType };
    }

    /// <summary>Cuts the connection when the request has been read. It does not take effect.</summary>
    public static Fault CutBeforeHeaders() => new(FaultKind.CutBeforeHeaders);

    /// <summary>Cuts the connection after the headers of the answer. The request takes effect.</summary>
    public static Fault CutAfterHeaders() => new(FaultKind.CutInBody);

    /// <summary>Cuts the connection within the body of the answer, or within a stream. The request takes effect.</summary>
    /// <param name="afterBytes">How many bytes of the body are sent; a shorter answer is sent whole, and not cut.</param>
    public static Fault CutInBody(int afterBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new(FaultKind.CutInBody) { Bytes = afterBytes };
    }

    /// <summary>Sends the body of the answer in small pieces. The request takes effect.</summary>
    /// <param name="bytes">The size of a piece; at least 1.</param>
    /// <param name="pause">The time before each piece, by the emulator's clock.</param>
    public static Fault SlowBody(int bytes, TimeSpan pause)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        return new(FaultKind.SlowBody) { Bytes = bytes, Time = NotNegative(pause) };
    }

    /// <summary>Lets time pass before the request is looked at; then it goes its way.</summary>
    /// <param name="time">How long, by the emulator's clock.</param>
    public static Fault Delay(TimeSpan time) => new(FaultKind.Delay) { Time = NotNegative(time) };

    /// <summary>Adds an <c>X-Warning</c> header to the answer, which is not changed otherwise.</summary>
    /// <param name="text">The text of the warning: printable ASCII.</param>
    public static Fault Warning(string text)
    {
        if (text.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException("A header holds printable ASCII only.", nameof(text));
        return new(FaultKind.Warning) { Text = text };
    }

    private static TimeSpan NotNegative(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return time;
    }
}

internal enum FaultKind
{
    RateLimited,
    Status,
    CutBeforeHeaders,
    CutInBody,
    SlowBody,
    Delay,
    Warning,
}
