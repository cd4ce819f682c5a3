using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Completion;

/// <summary>Says what a path stands for.</summary>
internal static class PathDescription
{
    /// <summary>A path and what it is.</summary>
    public static string Heading(PathNode path) => $"{path.Path} ({Kind(path)})";

    public static CompletionDescription Of(PathNode path, INamedTypeSymbol message, string heading, CancellationToken cancel) =>
        CompletionDescription.FromText(Summary(PropertyOf(path, message), cancel) is { Length: > 0 } summary ? $"{heading}\n{summary}" : heading);

    /// <summary>What the path is, in a word or two.</summary>
    public static string Kind(PathNode path) => path switch
    {
        { IsOneof: true } => "oneof",
        { IsOneofMember: true } => $"member of oneof {path.Parent!.Name}",
        { IsWrapper: true } => "value that may be absent",
        { Shape: FieldShape.List } => "list, as a whole",
        { Shape: FieldShape.Map } => "map, as a whole",
        { Shape: FieldShape.Node } => "message",
        _ => "value",
    };

    /// <summary>The property of the message; null where a path stands for none, as that of a oneof does.</summary>
    private static IPropertySymbol? PropertyOf(PathNode path, INamedTypeSymbol message)
    {
        IPropertySymbol? property = null;
        var holder = message;
        foreach (var node in path.SelfAndAbove().Reverse().Where(static node => !node.IsOneof))
        {
            property = holder?.GetMembers(node.Property).OfType<IPropertySymbol>().FirstOrDefault();
            holder = property?.Type as INamedTypeSymbol;
        }

        return path.IsOneof ? null : property;
    }

    private static string? Summary(IPropertySymbol? property, CancellationToken cancel)
    {
        if (property?.GetDocumentationCommentXml(cancellationToken: cancel) is not { Length: > 0 } xml)
            return null;
        try
        {
            return XElement.Parse(xml).Element("summary") is { } summary ? Text(summary) : null;
        }
        catch (XmlException)
        {
            // The compiler leaves malformed comments as they are.
            return null;
        }
    }

    private static string Text(XElement summary)
    {
        foreach (var link in summary.Descendants().Where(static e => e.IsEmpty).ToList())
            link.ReplaceWith(Name(link));
        return Regex.Replace(summary.Value, @"\s+", " ").Trim();
    }

    private static string Name(XElement link) =>
        (string?)link.Attribute("cref") is { } cref ? cref.Substring(cref.LastIndexOfAny(['.', ':']) + 1)
        : (string?)link.Attribute("langword") ?? (string?)link.Attribute("name") ?? "";
}
