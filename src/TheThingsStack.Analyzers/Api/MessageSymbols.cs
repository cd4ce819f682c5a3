using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Api;

/// <summary>What generated messages and clients look like to the compiler.</summary>
internal static class MessageSymbols
{
    private const string CaseSuffix = "OneofCase";

    public static bool IsMessage(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsSealed: true, IsGenericType: false } message
        && message.AllInterfaces.Any(static i => i is { Name: "IMessage", ContainingNamespace: { Name: "Json", ContainingNamespace.Name: "TheThingsStack" } });

    /// <summary>Whether a property is a field of a message, rather than something that is computed from its fields.</summary>
    public static bool IsField(IPropertySymbol property) => property is { IsStatic: false, IsIndexer: false, SetMethod: not null } && IsMessage(property.ContainingType);

    /// <summary>Whether a method sends requests. It keeps none of the messages that it is given.</summary>
    public static bool IsClientMethod(IMethodSymbol method, ITypeSymbol? message) =>
        method is { IsStatic: false, ContainingType: { TypeKind: TypeKind.Class, IsSealed: true } client }
        && client.Name.EndsWith("Client", StringComparison.Ordinal)
        && SymbolEqualityComparer.Default.Equals(client.ContainingNamespace, message?.ContainingNamespace);

    /// <summary>Whether a type may be a message with oneofs; cheap.</summary>
    public static bool HasOneofs(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Class } && type.GetTypeMembers().Any(static member => member.Name.EndsWith(CaseSuffix, StringComparison.Ordinal));

    /// <summary>The names of the properties of the oneof that a property belongs to, itself among them; null where it belongs to none.</summary>
    public static IReadOnlyList<string>? OneofOf(IPropertySymbol property)
    {
        var message = property.ContainingType;
        foreach (var members in message.GetTypeMembers())
        {
            if (members.TypeKind != TypeKind.Enum || !members.Name.EndsWith(CaseSuffix, StringComparison.Ordinal) || members.GetMembers(property.Name).IsEmpty)
                continue;
            var whichIsSet = members.Name.Substring(0, members.Name.Length - CaseSuffix.Length) + "Case";
            if (!message.GetMembers(whichIsSet).IsEmpty)
                return [.. members.GetMembers().OfType<IFieldSymbol>().Select(static member => member.Name).Where(name => !message.GetMembers(name).IsEmpty)];
        }

        return null;
    }
}
