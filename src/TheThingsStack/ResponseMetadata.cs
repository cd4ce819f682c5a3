using System.Net;

namespace TheThingsStack;

/// <summary>What an answer says in its status and headers.</summary>
public sealed class ResponseMetadata
{
    /// <summary>The HTTP status.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>The id under which the server logs this call.</summary>
    public string? RequestId { get; init; }

    /// <summary>What the server warns about: deprecated fields, rights that are restricted, events that are not stored. Such calls may fail in a later version of the server.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How many items there are on all pages together; only in answers to lists that page.</summary>
    public long? TotalCount { get; init; }

    /// <summary>What is left of the rate limit that this call counts for; null where the server sets none or refused the call before counting it.</summary>
    public RateLimit? RateLimit { get; init; }
}
