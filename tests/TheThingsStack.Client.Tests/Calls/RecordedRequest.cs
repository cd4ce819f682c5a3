using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>A request as it came over the socket.</summary>
public sealed record RecordedRequest(string HttpMethod, string RawTarget, int Port, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private const string Base = "/api/v3";

    /// <summary>The route as sent, still encoded, below the API's base path.</summary>
    public string Path => RawTarget.StartsWith(Base, StringComparison.Ordinal) ? RawTarget.Split('?')[0][Base.Length..] : RawTarget;

    /// <summary>The query as sent, decoded pair by pair, in its order.</summary>
    public IReadOnlyList<(string Name, string Value)> Query => !RawTarget.Contains('?', StringComparison.Ordinal) ? [] :
    [
        .. RawTarget[(RawTarget.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(pair => pair.Split('=', 2)).Select(pair => (Decode(pair[0]), Decode(pair[1]))),
    ];

    public static async Task<RecordedRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(context.Request.Method, target, context.Connection.LocalPort, headers, body.ToArray());
    }

    // A plus is a blank in the server's eyes, so it must never stand for itself.
    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
