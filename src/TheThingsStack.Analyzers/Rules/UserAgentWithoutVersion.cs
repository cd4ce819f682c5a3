using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A user agent that names the integration and not its version.</summary>
internal static class UserAgentWithoutVersion
{
    public const string Id = "TTS1003";

    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        Id, nameof(UserAgentWithoutVersion), Rule.Configuration,
        "User-Agent has no version",
        "The User-Agent '{0}' has no version, so an operator who has to block a faulty release blocks all of them. Add the version, as in 'acme-soil-monitor/1.4.0'.",
        "The first product of a User-Agent is the integration. With a version, an operator can block the one release that misbehaves. A version of nothing but zeros is none.");

    /// <summary>Whether a version says nothing: it is empty, or all zeros.</summary>
    public static bool IsNone(string version) => version.Split('.').All(static part => part.Trim('0').Length == 0);
}
