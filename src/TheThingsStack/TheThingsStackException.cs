using System.Net;
using System.Text.Json.Nodes;

namespace TheThingsStack;

/// <summary>
/// A call failed: the server refused it, answered what cannot be understood, did not answer in time
/// (<see cref="Exception.InnerException"/> is a <see cref="TimeoutException"/>) or could not be reached
/// (<see cref="Exception.InnerException"/> is an <see cref="HttpRequestException"/> or <see cref="IOException"/>).
/// </summary>
public sealed class TheThingsStackException : Exception
{
    /// <summary>A failure without a text.</summary>
    public TheThingsStackException()
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">What went wrong.</param>
    public TheThingsStackException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public TheThingsStackException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The RPC that was called, <c>EndDeviceRegistry/Get</c> for example.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// The HTTP status; null when there was no answer. An error within a stream comes after the status, which is 200 then:
    /// look at <see cref="Code"/>.
    /// </summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The kind of the error: as the server says, else by the HTTP status, else by what happened.</summary>
    public GrpcCode Code { get; init; } = GrpcCode.Unknown;

    /// <summary>
    /// Whether the same call may well succeed later: the server could not be reached, did not answer in time, is overloaded or limits the rate.
    /// Whether a call may be repeated is another question: of one that writes, the server may have done its work before the answer was lost.
    /// </summary>
    public bool IsTransient => Code is GrpcCode.Unavailable or GrpcCode.DeadlineExceeded or GrpcCode.ResourceExhausted
        || StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Where in the server the error is defined, <c>pkg/rpcmiddleware/validator</c> for example; null for errors that have no details.</summary>
    public string? Namespace { get; init; }

    /// <summary>The name of the error within its namespace, <c>field_mask_paths</c> for example. Compare this, not the text.</summary>
    public string? Name { get; init; }

    /// <summary>The server's text, with placeholders <c>{name}</c> for <see cref="Attributes"/>.</summary>
    public string? MessageFormat { get; init; }

    /// <summary>Values that belong to the error; empty when there are none.</summary>
    public JsonObject Attributes { get; init; } = [];

    /// <summary>The id under which the server logs this error.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The id under which the server logs this call.</summary>
    public string? RequestId => Response?.RequestId;

    /// <summary>Status, warnings and rate limit of the answer; null when there was none.</summary>
    public ResponseMetadata? Response { get; init; }

    /// <summary>The paths of the field mask that this RPC does not take; empty for other errors.</summary>
    public IReadOnlyList<string> ForbiddenPaths { get; init; } = [];

    /// <summary>The error that caused this one within the server.</summary>
    public ErrorDetail? Cause { get; init; }

    /// <summary>All details as the server sent them, each with its type in <c>@type</c>.</summary>
    public IReadOnlyList<JsonObject> Details { get; init; } = [];

    /// <summary>The answer as it came, at most its first 16 KiB; null when there was none. Stars stand where the API key was.</summary>
    public string? RawBody { get; init; }
}
