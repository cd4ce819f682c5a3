using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Configuration;

/// <summary>The types by which a client is configured.</summary>
/// <param name="options"><c>TheThingsStackOptions</c>.</param>
/// <param name="userAgent">The class <c>UserAgent</c>.</param>
/// <param name="server"><c>StackServer</c>, by which addresses are told apart.</param>
internal sealed class ClientSymbols(INamedTypeSymbol options, INamedTypeSymbol userAgent, INamedTypeSymbol server)
{
    /// <summary>Null where the compilation does not refer to the runtime library.</summary>
    public static ClientSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("TheThingsStack.TheThingsStackOptions") is { } options
        && compilation.GetTypeByMetadataName("TheThingsStack.UserAgent") is { } userAgent
        && compilation.GetTypeByMetadataName("TheThingsStack.Http.StackServer") is { } server
            ? new(options, userAgent, server) : null;

    public bool IsOptions(ITypeSymbol? type) => Same(type, options);

    public bool IsUserAgent(ITypeSymbol? type) => Same(type, userAgent);

    public bool IsServer(ITypeSymbol? type) => Same(type, server);

    /// <summary>Whether it is the generated client, which checks the options that it is made of.</summary>
    public static bool IsClient(ITypeSymbol? type) =>
        type is { Name: "TheThingsStackClient", ContainingNamespace: { Name: "V3", ContainingNamespace: { Name: "TheThingsStack", ContainingNamespace.IsGlobalNamespace: true } } };

    private static bool Same(ITypeSymbol? a, ITypeSymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
