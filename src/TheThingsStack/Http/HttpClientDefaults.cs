using System.Net;

namespace TheThingsStack.Http;

/// <summary>How an HTTP client is set up that serves nothing else.</summary>
internal static class HttpClientDefaults
{
    public static void Apply(HttpClient http)
    {
        // Each call has its own clock; a stream must outlive any.
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestVersion = HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
    }
}
