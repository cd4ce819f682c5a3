using System.Net;

namespace TheThingsStack.Http;

/// <summary>Reads the addresses of the options.</summary>
internal static class ServerAddress
{
    private const string BasePath = "/api/v3";

    /// <summary>The address with scheme and base path, without a slash at the end.</summary>
    public static string ToBase(string address) =>
        Read(address, out var fault) is { } uri ? uri.GetLeftPart(UriPartial.Authority) + BasePath : throw new ArgumentException(fault);

    /// <summary>What is wrong with an address; null if nothing.</summary>
    public static string? FindFault(string? address, bool required)
    {
        if (string.IsNullOrEmpty(address))
            return required ? "the host of the deployment is required, \"tenant1.thethings.example.com\" for example." : null;
        Read(address, out var fault);
        return fault;
    }

    private static Uri? Read(string address, out string? fault)
    {
        fault = FindFaultInText(address);
        if (fault is not null)
            return null;
        var hasScheme = address.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(hasScheme ? address : "https://" + address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            fault = $"'{address}' is not a host, host:port or https address.";
        else if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            fault = $"'{address}' has the scheme {uri.Scheme}; https is expected.";
        else if (uri.AbsolutePath is not ("" or "/") )
            fault = $"'{address}' has a path; {BasePath} is added here, so give the host alone.";
        else if (uri.Scheme == Uri.UriSchemeHttp && !IsThisMachine(uri))
            fault = $"'{address}' is plain http, which would show the API key to the network: use https (http is for this machine only: localhost, 127.0.0.1, [::1]).";
        else if (uri.Port == 0)
            fault = $"'{address}' has the port 0.";
        return fault is null ? uri : null;
    }

    private static string? FindFaultInText(string address)
    {
        // A user name could be a key pasted into the wrong place, so it is not repeated.
        if (address.Contains('@', StringComparison.Ordinal))
            return "an address has no user name or password; the API key has its own option.";
        if (address.AsSpan().IndexOfAny('?', '#') >= 0)
            return $"'{address}' has a query or fragment; give the host alone.";
        foreach (var c in address)
            if (!char.IsAsciiLetterOrDigit(c) && !".-_:/[]".Contains(c, StringComparison.Ordinal))
                return "an address has ASCII letters, digits, '.', '-', '_' and ':' only (international names in their xn-- form).";
        return null;
    }

    private static bool IsThisMachine(Uri uri)
    {
        var host = uri.IdnHost;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
