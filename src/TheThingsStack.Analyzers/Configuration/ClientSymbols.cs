using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Configuration;

/// <summary>The types by which a client is configured.</summary>
/// <param name="Options"><c>TheThingsStackOptions</c>.</param>
/// <param name="UserAgent">The class <c>UserAgent</c>.</param>
internal sealed record ClientSymbols(INamedTypeSymbol Options, INamedTypeSymbol UserAgent)
{
    /// <summary>Null where the compilation does not refer to the runtime library.</summary>
    public static ClientSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("TheThingsStack.TheThingsStackOptions") is { } options
        && compilation.GetTypeByMetadataName("TheThingsStack.UserAgent") is { } userAgent
            ? new(options, userAgent) : null;

    public bool IsOptions(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, Options);

    public bool IsUserAgent(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, UserAgent);
}
