using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Api;

/// <summary>Reads the paths of a message from its generated path builder.</summary>
internal static class SymbolPaths
{
    private const string AllPaths = "All";

    /// <returns>Null where the message has no path builder, or one that is not understood.</returns>
    public static PathNode? Of(INamedTypeSymbol message, INamedTypeSymbol namesAttribute)
    {
        var builder = message.GetMembers("Paths").OfType<IPropertySymbol>().FirstOrDefault(static p => p.IsStatic)?.Type as INamedTypeSymbol;
        return builder is not null && Segments(builder, namesAttribute) is not null
            ? new(message.Name, message.Name, null, FieldShape.Node, node => Children(node, builder, message, namesAttribute))
            : null;
    }

    private static IReadOnlyList<PathNode> Children(PathNode parent, INamedTypeSymbol builder, INamedTypeSymbol? message, INamedTypeSymbol names)
    {
        var children = new List<PathNode>();
        foreach (var (property, name) in Segments(builder, names) ?? [])
        {
            var below = property.Type is INamedTypeSymbol type && Attribute(type, names) is not null ? type : null;
            var isOneof = below is not null && IsMarked(below, names, "IsOneof");
            var field = isOneof ? message : message?.GetMembers(property.Name).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
            children.Add(new(name, property.Name, parent, Shape(below, field), node => below is null ? [] : Children(node, below, field as INamedTypeSymbol, names))
            {
                IsOneof = isOneof,
                IsWrapper = below is not null && IsMarked(below, names, "IsWrapper"),
            });
        }

        return children;
    }

    private static FieldShape Shape(INamedTypeSymbol? below, ITypeSymbol? field) =>
        below is not null ? FieldShape.Node
        : field is INamedTypeSymbol { Name: "Dictionary" } ? FieldShape.Map
        : field is INamedTypeSymbol { Name: "List" } ? FieldShape.List
        : FieldShape.Value;

    private static List<(IPropertySymbol Property, string Name)>? Segments(INamedTypeSymbol builder, INamedTypeSymbol attribute)
    {
        if (Attribute(builder, attribute) is not { ConstructorArguments: [{ Value: string text }] })
            return null;
        string[] names = text.Length == 0 ? [] : text.Split(',');
        var properties = builder.GetMembers().OfType<IPropertySymbol>()
            .Where(static p => p is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } && p.Name != AllPaths).ToList();
        return names.Length == properties.Count ? [.. properties.Zip(names, static (property, name) => (property, name))] : null;
    }

    private static bool IsMarked(INamedTypeSymbol builder, INamedTypeSymbol attribute, string mark) =>
        Attribute(builder, attribute)?.NamedArguments.Any(argument => argument.Key == mark && argument.Value.Value is true) ?? false;

    private static AttributeData? Attribute(INamedTypeSymbol builder, INamedTypeSymbol attribute) =>
        builder.GetAttributes().FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute));
}
