using System.Net;
using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>An address without TLS, of another machine than this one.</summary>
internal static class PlainHttp
{
    /// <summary>What is underlined where it stands in one literal, and what the fix replaces.</summary>
    public const string Scheme = "http://";

    private static readonly char[] EndsOfHost = [':', '/', '?', '#', '\\'];

    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS1007", nameof(PlainHttp), Rule.Configuration,
        "Plain http shows the API key to the network",
        "'{0}' would be called over plain http, which shows the API key to everyone on the way. Use https; http is for this machine (localhost) only.",
        "Every call carries the API key. Without TLS, whoever sees the traffic can use it. Loopback addresses (localhost, *.localhost, 127.0.0.0/8, ::1) are exempt.");

    /// <summary>Judges an address or URL; null where it is not plain http, where its host is this machine, or where the host is not seen whole.</summary>
    public static Diagnostic? Judge(TextOrigin address)
    {
        if (!address.Text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || HostOf(address.Text) is not { } host || IsThisMachine(host))
            return null;
        return Diagnostic.Create(Descriptor, address.FieldAt(0, Scheme.Length) ?? address.At(0, Scheme.Length), host);
    }

    private static string? HostOf(string url)
    {
        var authority = url.Substring(Scheme.Length);
        var user = authority.Split('/')[0].LastIndexOf('@');
        if (user >= 0)
            authority = authority.Substring(user + 1);
        var bracket = authority.StartsWith("[", StringComparison.Ordinal) ? authority.IndexOf(']') : -1;
        var end = bracket < 0 ? authority.IndexOfAny(EndsOfHost) : bracket + 1;
        var host = end < 0 ? authority : authority.Substring(0, end);
        return host.Length == 0 || host.IndexOf(TextOrigin.Hole) >= 0 ? null : host;
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
