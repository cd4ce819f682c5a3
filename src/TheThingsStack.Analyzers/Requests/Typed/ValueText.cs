using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Requests.Bodies;

namespace TheThingsStack.Analyzers.Requests.Typed;

/// <summary>Writes values of JSON and of URLs as C# of the type that the client has for them.</summary>
internal sealed class ValueText(HttpRequest request)
{
    /// <summary>The name of a type as it is written in this place.</summary>
    public string NameOf(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMinimalDisplayString(request.Call.SemanticModel!, request.Call.Syntax.SpanStart);

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The value that a text stands for in a URL or in JSON; null where the type is none that a text stands for.</summary>
    public string? OfText(string text, ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String)
            return Literal(text);
        if (IsNumber(type))
            return IsNumeral(text, type) ? text : null;
        if (type.SpecialType == SpecialType.System_Boolean)
            return text is "true" or "false" ? text : null;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } value)
            return null;
        if (value.GetMembers("Parse").OfType<IMethodSymbol>().Any(static m => m is { IsStatic: true, Parameters: [{ Type.SpecialType: SpecialType.System_String }, ..] }))
            return $"{NameOf(value)}.Parse({Literal(text)})";
        return value.InstanceConstructors.Any(static c => c is { DeclaredAccessibility: Accessibility.Public, Parameters: [{ Type.SpecialType: SpecialType.System_String }] })
            ? $"new {NameOf(value)}({Literal(text)})"
            : null;
    }

    /// <summary>Fills a draft from JSON; false where a part of it has no place in the typed message.</summary>
    /// <param name="json">The value.</param>
    /// <param name="draft">Where it goes.</param>
    /// <param name="paths">The paths below the message, which know the C# names of its fields.</param>
    public bool Fill(JsonPart json, Draft draft, PathNode? paths)
    {
        if (json.Kind == JsonKind.Object && paths is { Shape: FieldShape.Node, IsWrapper: false })
            return json.Members.TrueForAll(member => Find(paths, member.Name) is { } node && draft.Property(node.Property) is { } property && Fill(member.Value, property, node));
        if (draft.Text is not null)
            return false;
        draft.Text = json switch
        {
            { Hole: { } hole } => HoleText.Of(hole, draft.Type, request),
            { Kind: JsonKind.Text, Text: { } text } => OfText(text, draft.Type),
            { Kind: JsonKind.Number, Text: { } number } when IsNumber(draft.Type) => IsNumeral(number, draft.Type) ? number : null,
            { Kind: JsonKind.True } when draft.Type.SpecialType == SpecialType.System_Boolean => "true",
            { Kind: JsonKind.False } when draft.Type.SpecialType == SpecialType.System_Boolean => "false",
            { Kind: JsonKind.Array } => OfList(json, draft.Type),
            { Kind: JsonKind.Object } => OfMap(json, draft.Type),
            _ => null,
        };
        return draft.Text is not null;
    }

    private static PathNode? Find(PathNode message, string name) =>
        message.Children.FirstOrDefault(child => child.Name == name && !child.IsOneof)
        ?? message.Children.Where(static child => child.IsOneof).SelectMany(static oneof => oneof.Children).FirstOrDefault(member => member.Name == name);

    private string? OfList(JsonPart json, ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { Name: "List", TypeArguments: [var element] })
            return null;
        var items = json.Items.ConvertAll(item => item is { Kind: JsonKind.Text, Text: { } text } ? OfText(text, element) : null);
        return items.Contains(null) ? null : $"[{string.Join(", ", items)}]";
    }

    private string? OfMap(JsonPart json, ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { Name: "Dictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] })
            return null;
        var members = json.Members.ConvertAll(member => member.Value is { Kind: JsonKind.Text, Text: { } text } && OfText(text, value) is { } written ? $"[{Literal(member.Name)}] = {written}" : null);
        return members.Contains(null) ? null : members.Count == 0 ? "new()" : $"new() {{ {string.Join(", ", members)} }}";
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32
        or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double;

    private static bool IsNumeral(string text, ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        SpecialType.System_UInt32 => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        SpecialType.System_Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        SpecialType.System_UInt64 => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        // A fraction would need a suffix to be single.
        _ => type.SpecialType == SpecialType.System_Double && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
    };
}
