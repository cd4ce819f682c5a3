using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers;

/// <summary>Makes the descriptors of rules. Each has a page in <c>docs</c> that is named as the class that holds it.</summary>
internal static class Rule
{
    public const string Configuration = "TheThingsStack.Configuration";
    public const string Masks = "TheThingsStack.Masks";
    public const string Migration = "TheThingsStack.Migration";

    private const string Pages = "https://github.com/thethingsstack-generators/generators/blob/main/src/TheThingsStack.Analyzers/docs/";

    public static DiagnosticDescriptor Error(string id, string name, string category, string title, string message, string description) =>
        Make(id, name, category, DiagnosticSeverity.Error, title, message, description);

    public static DiagnosticDescriptor Warning(string id, string name, string category, string title, string message, string description) =>
        Make(id, name, category, DiagnosticSeverity.Warning, title, message, description);

    public static DiagnosticDescriptor Info(string id, string name, string category, string title, string message, string description) =>
        Make(id, name, category, DiagnosticSeverity.Info, title, message, description);

    private static DiagnosticDescriptor Make(string id, string name, string category, DiagnosticSeverity severity, string title, string message, string description) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, description, Pages + name + ".md");
}
