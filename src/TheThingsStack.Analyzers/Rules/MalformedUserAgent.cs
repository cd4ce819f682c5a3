using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A user agent that HTTP has no form for: the library or <c>HttpClient</c> refuses it, or a server does.</summary>
internal static class MalformedUserAgent
{
    public const string Id = "TTS1005";

    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        Id, nameof(MalformedUserAgent), Rule.Configuration,
        "User-Agent is malformed",
        "'{0}' is not valid in a User-Agent: {1}. Name and version are of letters, digits and !#$%&'*+-.^_`|~, as in 'acme-soil-monitor/1.4.0'.",
        "A User-Agent is product/version, and both are tokens of HTTP (RFC 9110). What is not is refused when it is set, or misread by those who tell integrations apart by it.");
}
