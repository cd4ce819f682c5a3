using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>Judges URLs where they are written: a mask on a route of the reference is one of this API, whoever sends it.</summary>
internal static class UrlLiterals
{
    public static bool MayHaveMask(IOperation literal) => literal.ConstantValue is { HasValue: true, Value: string text } && MayHaveMask(text);

    private static bool MayHaveMask(string text) =>
        text.IndexOf(Route.Mask + "=", StringComparison.Ordinal) >= 0 || text.IndexOf(QueryMask.PathsName + "=", StringComparison.Ordinal) >= 0;

    /// <summary>Judges the URL that a literal, or a piece of one, is part of.</summary>
    public static IEnumerable<Diagnostic> Judge(SyntaxNode literal, SemanticModel model, RouteTable table)
    {
        // A URL that is put together of several pieces is judged once, at the piece in which its mask begins.
        if (Url(literal, model) is not { } url || !Begins(url, literal) || Mask(url, table) is not { } mask)
            return [];
        return UnknownPath.Judge(mask);
    }

    /// <summary>Whether the mask of a request's URL is judged where it is written, and needs no word where it is sent.</summary>
    public static bool IsJudgedAlone(RequestUrl sent, SemanticModel model, RouteTable table)
    {
        var part = sent.Query.First(QueryMask.IsMask);
        var place = sent.Origin.At(part.Start, part.Name.Length);
        if (place.SourceTree != model.SyntaxTree)
            return true;
        var node = place.SourceTree.GetRoot().FindNode(place.SourceSpan, findInsideTrivia: false, getInnermostNodeForTie: true);
        if (!MayHaveMask(node.ToString()))
            return false;
        // What is sent may be below the address of a client, or be put together of more.
        var url = Whole(node) == sent.Origin.Syntax ? RequestUrl.Of(sent.Origin) : Url(node, model);
        return url is not null && Begins(url, node) && Mask(url, table) is not null;
    }

    private static MaskValue? Mask(RequestUrl url, RouteTable table)
    {
        var route = table.Match(url.Path).FirstOrDefault(static route => route.TakesMaskInQuery);
        return route?.Rpc.Rule is { } rule && ApiProof.IsPlausible(url, [route]) ? QueryMask.Read(url, rule.Message) : null;
    }

    private static bool Begins(RequestUrl url, SyntaxNode literal) =>
        Array.Find(url.Query, QueryMask.IsMask) is { } part && literal.Span.Contains(url.Origin.At(part.Start, part.Name.Length).SourceSpan);

    private static RequestUrl? Url(SyntaxNode literal, SemanticModel model) =>
        model.GetOperation(Whole(literal)) is { } operation && TextOrigin.Of(operation) is { } origin ? RequestUrl.Of(origin) : null;

    private static SyntaxNode Whole(SyntaxNode literal)
    {
        while (literal.Parent is ParenthesizedExpressionSyntax or InterpolatedStringExpressionSyntax or InterpolationSyntax
            || literal.Parent.IsKind(SyntaxKind.AddExpression))
            literal = literal.Parent!;
        return literal;
    }
}
