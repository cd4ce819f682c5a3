using System.Net;

namespace TheThingsStack.Http;

/// <summary>The handler of connections that have no HttpClient given.</summary>
internal static class DefaultHandler
{
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        // A stream that its reader leaves is closed at once, not read on for a while.
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        Proxy = new HttpsOnlyProxy(HttpClient.DefaultProxy),
    };

    /// <summary>The system's proxy, for https, where it sees nothing but a tunnel; plain http stays on this machine.</summary>
    private sealed class HttpsOnlyProxy(IWebProxy inner) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => inner.Credentials;
            set => inner.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => inner.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.Scheme == Uri.UriSchemeHttp || inner.IsBypassed(host);
    }
}
