using System.Net;
using System.Net.Sockets;

namespace TheThingsStack.Http;

/// <summary>The handler of connections that have no HttpClient given.</summary>
internal static class DefaultHandler
{
    private static readonly TimeSpan s_silence = TimeSpan.FromMinutes(1);

    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        // A stream that its reader leaves is closed at once, not read on for a while.
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        // A stream may be silent for long; a peer that is gone without a word must be found out nonetheless.
        KeepAlivePingDelay = s_silence,
        KeepAlivePingTimeout = TimeSpan.FromSeconds(20),
        Proxy = new HttpsOnlyProxy(HttpClient.DefaultProxy),
        ConnectCallback = ConnectAsync,
    };

    // Names below localhost are this machine (RFC 6761), whatever a name server says: plain http is accepted for them on that account.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        if (target.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
            target = new DnsEndPoint("localhost", target.Port);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellationToken).ConfigureAwait(false);
            // Not before: a socket with options of its own cannot go on to a host's next address when the first refuses.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)s_silence.TotalSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

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
