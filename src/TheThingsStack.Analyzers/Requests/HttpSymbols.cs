using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>The framework's types for HTTP requests.</summary>
/// <param name="Client"><c>HttpClient</c>.</param>
/// <param name="Message"><c>HttpRequestMessage</c>.</param>
internal sealed record HttpSymbols(INamedTypeSymbol Client, INamedTypeSymbol Message)
{
    private const string JsonExtensions = "HttpClientJsonExtensions";

    /// <summary>Null where the compilation does not refer to them.</summary>
    public static HttpSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Net.Http.HttpClient") is { } client
        && compilation.GetTypeByMetadataName("System.Net.Http.HttpRequestMessage") is { } message
            ? new(client, message) : null;

    public bool IsClient(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, Client);

    public bool IsMessage(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, Message);

    /// <summary>Whether a method is one of <c>HttpClient</c>, or of its extensions for JSON.</summary>
    public bool IsOfClient(IMethodSymbol method) =>
        IsClient(method.ContainingType)
        || method.ContainingType is { Name: JsonExtensions, ContainingNamespace: { Name: "Json", ContainingNamespace.Name: "Http" } };
}
