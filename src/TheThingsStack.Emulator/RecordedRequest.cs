using System.Text;

namespace TheThingsStack.Emulator;

/// <summary>One request as the emulator received it, before anything was understood or refused.</summary>
public sealed class RecordedRequest
{
    internal RecordedRequest(DateTimeOffset receivedAt, string method, string pathAndQuery, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, ReadOnlyMemory<byte> body)
    {
        ReceivedAt = receivedAt;
        Method = method;
        PathAndQuery = pathAndQuery;
        Headers = headers;
        Body = body;
    }

    /// <summary>When the request had arrived in full, by the emulator's clock.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>The HTTP method, in capitals.</summary>
    public string Method { get; }

    /// <summary>Path and query exactly as they were on the wire: percent-encoding is kept.</summary>
    public string PathAndQuery { get; }

    /// <summary>The headers. Names compare without regard to case; a repeated header has several values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The bytes of the body; empty when there was none, or when it was larger than the server accepts.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Method, path and query: one line for a message or a log.</summary>
    public override string ToString() => $"{Method} {PathAndQuery}";
}
