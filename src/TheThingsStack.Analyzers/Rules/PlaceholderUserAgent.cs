using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A user agent that was copied from an example and never filled in.</summary>
internal static class PlaceholderUserAgent
{
    private const string VersionSuffix = "-version";

    private static readonly HashSet<string> Products = new(StringComparer.OrdinalIgnoreCase)
    {
        "my-integration", "your-integration", "my-app", "example", "test", "todo", "changeme",
    };

    private static readonly HashSet<string> Versions = new(StringComparer.OrdinalIgnoreCase) { "version", "todo", "changeme" };

    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS1004", nameof(PlaceholderUserAgent), Rule.Configuration,
        "User-Agent is a placeholder",
        "'{0}' is a placeholder. Operators block integrations that they cannot tell apart, so name this one and its version, as in 'acme-soil-monitor/1.4.0'.",
        "A name that many integrations share, because it stands in an example, tells an operator nothing.");

    public static bool IsProduct(string text) => Products.Contains(text.Trim());

    public static bool IsVersion(string text) => Versions.Contains(text.Trim()) || text.TrimEnd().EndsWith(VersionSuffix, StringComparison.OrdinalIgnoreCase);
}
