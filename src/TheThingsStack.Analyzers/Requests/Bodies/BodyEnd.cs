using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests.Bodies;

/// <summary>Where a body takes a mask that it does not have yet.</summary>
/// <param name="Place">Behind the last member.</param>
/// <param name="Before">What comes before a further member.</param>
/// <param name="IsCode">Whether the body is an anonymous object, not a text.</param>
/// <param name="After">What comes after it.</param>
internal sealed record BodyEnd(Location Place, string Before, bool IsCode, string After = "")
{
    /// <summary>Null where the end of the body is not one place in the source.</summary>
    public static BodyEnd? Of(HttpRequest request) =>
        RequestBody.ObjectOf(request) is { Syntax: AnonymousObjectCreationExpressionSyntax created } ? Of(created)
            : RequestBody.TextOf(request) is { } text && TextOrigin.Of(text) is { } origin ? Of(origin) : null;

    /// <summary>The member that is a mask of some paths.</summary>
    public string Mask(IEnumerable<string> paths)
    {
        var list = string.Join(", ", paths.Select(static path => $"\"{path}\""));
        return Before + (IsCode ? $"field_mask = new {{ paths = new[] {{ {list} }} }}" : $"\"field_mask\": {{ \"paths\": [{list}] }}") + After;
    }

    private static BodyEnd Of(AnonymousObjectCreationExpressionSyntax created)
    {
        var last = created.Initializers.GetWithSeparators().LastOrDefault();
        var place = last.RawKind == 0 ? created.OpenBraceToken.Span.End : last.Span.End;
        return new(Location.Create(created.SyntaxTree, new TextSpan(place, 0)), last.IsNode ? ", " : " ", IsCode: true, last.RawKind == 0 ? " " : "");
    }

    private static BodyEnd? Of(TextOrigin origin)
    {
        var close = origin.Text.LastIndexOf('}');
        var place = close < 0 ? 0 : origin.Text.Substring(0, close).TrimEnd().Length;
        return place == 0 || !origin.IsExact(place, close - place + 1) ? null
            : new(origin.At(place, 0), origin.Text[place - 1] == '{' ? " " : ", ", IsCode: false, place == close ? " " : "");
    }
}
