using System.Globalization;
using System.Net;

namespace TheThingsStack.Http;

/// <summary>Reads what an answer says in its headers. A header that makes no sense counts as absent.</summary>
internal static class ResponseHeaders
{
    // The first spelling is what the server sends; the second is what its documentation names.
    private static readonly string[] s_rateLimitPrefixes = ["X-Rate-Limit-", "X-RateLimit-"];

    public static ResponseMetadata Read(HttpResponseMessage response, Secret secret) => new()
    {
        StatusCode = response.StatusCode,
        RequestId = First(response, "X-Request-Id") is { } id ? secret.Erase(id) : null,
        Warnings = All(response, "X-Warning", secret),
        TotalCount = Number(response, "X-Total-Count"),
        RateLimit = ReadRateLimit(response),
    };

    private static RateLimit? ReadRateLimit(HttpResponseMessage response)
    {
        foreach (var prefix in s_rateLimitPrefixes)
        {
            var limit = new RateLimit(
                Number(response, prefix + "Limit"),
                Number(response, prefix + "Available") ?? Number(response, prefix + "Remaining"),
                Seconds(response, prefix + "Reset"),
                Seconds(response, prefix + "Retry"));
            if (limit is not (null, null, null, null))
                return limit;
        }
        // The server has no such header, but proxies before it limit rates, too.
        return response.StatusCode == HttpStatusCode.TooManyRequests && Seconds(response, "Retry-After") is { } retry ? new(null, null, null, retry) : null;
    }

    private static string[] All(HttpResponseMessage response, string name, Secret secret) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? [.. values.Select(secret.Erase)] : [];

    private static string? First(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static long? Number(HttpResponseMessage response, string name) =>
        long.TryParse(First(response, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan? Seconds(HttpResponseMessage response, string name) =>
        Number(response, name) is { } seconds ? TimeSpan.FromSeconds((double)Math.Min(seconds, int.MaxValue)) : null;
}
