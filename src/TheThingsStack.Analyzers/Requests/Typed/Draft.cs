using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Requests.Typed;

/// <summary>An argument in the making: an expression, or an object whose properties are drafts.</summary>
internal sealed class Draft(ITypeSymbol type)
{
    private readonly List<(string Name, Draft Value)> _properties = [];

    public ITypeSymbol Type => type;

    /// <summary>The expression; null for an object.</summary>
    public string? Text { get; set; }

    /// <summary>The draft of a property; null where the type has none of that name.</summary>
    public Draft? Property(string name)
    {
        if (_properties.Find(property => property.Name == name).Value is { } known)
            return known;
        if (Text is not null || type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(static property => property.SetMethod is not null) is not { } property)
            return null;
        var draft = new Draft(Bare(property.Type));
        _properties.Add((name, draft));
        return draft;
    }

    /// <summary>The expression, with the name of the type where nothing else says it.</summary>
    public string Write(Func<ITypeSymbol, string>? nameOf)
    {
        if (Text is not null)
            return Text;
        var head = nameOf is null ? "new()" : $"new {nameOf(type)}";
        return _properties.Count == 0
            ? nameOf is null ? head : head + "()"
            : $"{head} {{ {string.Join(", ", _properties.Select(static property => $"{property.Name} = {property.Value.Write(null)}"))} }}";
    }

    /// <summary>A type without <c>?</c>.</summary>
    public static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;
}
