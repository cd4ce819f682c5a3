using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Configuration;

/// <summary>What a text that a <see cref="UserAgentFault"/> stands at is.</summary>
internal enum UserAgentPart
{
    /// <summary>The name of the integration alone.</summary>
    Product,

    /// <summary>Its version alone.</summary>
    Version,

    /// <summary>Both, as in <c>acme/1.0</c>.</summary>
    Text,
}

/// <summary>What is wrong with a user agent, and what a better one keeps of it.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Part">What is wrong.</param>
/// <param name="Written">The text that is wrong.</param>
/// <param name="Reason">Why, where the rule alone does not say it.</param>
internal sealed record UserAgentFault(DiagnosticDescriptor Rule, UserAgentPart Part, string Written, string Reason = "")
{
    /// <summary>The name that a better user agent has; null where only the assembly has one.</summary>
    public string? Product { get; init; }

    /// <summary>The version that a better user agent has; null where only the assembly has one.</summary>
    public string? Version { get; init; }

    /// <summary>The products and comments that follow.</summary>
    public string Rest { get; init; } = "";

    /// <param name="location">The expression, of type string, that <see cref="Part"/> says what it is. A fix replaces it.</param>
    public Diagnostic At(Location location) => Diagnostic.Create(Rule, location, Properties(), Written, Reason);

    private ImmutableDictionary<string, string?> Properties() => ImmutableDictionary<string, string?>.Empty
        .Add(nameof(Part), Part.ToString())
        .Add(nameof(Product), Product)
        .Add(nameof(Version), Version)
        .Add(nameof(Rest), Rest);
}
