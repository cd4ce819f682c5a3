using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Requests;
using TheThingsStack.Analyzers.Requests.Bodies;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Completion;

/// <summary>Masks in requests that are written by hand: in the query of a URL, or in the JSON of a body.</summary>
internal static class RequestPlace
{
    private const string ClientNamespace = "TheThingsStack.V3.";

    // The path that is being typed is the last of those that a list begins with.
    private static readonly Regex OpenMask = new("""
        "(field_mask|fieldMask)"\s*:\s*\{\s*"paths"\s*:\s*\[(\s*"[^"]*"\s*,)*\s*"(?<path>[^"]*)$
        """.Trim(), RegexOptions.CultureInvariant);

    private static readonly Regex EncodedComma = new("%2C", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>What is offered at a place; null where no mask of a request is written there.</summary>
    public static PathOffer? At(StringPlace place, SourceText text, SemanticModel model, ApiSymbols? api, CancellationToken cancel)
    {
        var before = TypedPath.AllBefore(place, text, model, cancel);
        if (OpenMask.Match(before) is { Success: true } mask)
            return Offer(RuleOfBody(place, model, api), mask.Groups["path"].Value, place, text, api);
        if (IsInMaskOfObject(place.Expression))
            return Offer(RuleOfBody(place, model, api), before, place, text, api);
        var url = RequestUrl.Of(TextOrigin.Of(before, place.Expression));
        return url.Query.LastOrDefault() is { } part && QueryMask.IsMask(part) && part.End == before.Length
            ? Offer(RuleOf(url, api, static route => route.TakesMaskInQuery), EncodedComma.Replace(before.Substring(part.ValueStart), ","), place, text, api)
            : null;
    }

    private static PathOffer? Offer(RpcRule? rule, string before, StringPlace place, SourceText text, ApiSymbols? api) =>
        rule is not null && TypedPath.AtEndOf(before, place, text) is { } typed
            ? PathOffer.Below(rule.Message, api?.Compilation.GetTypeByMetadataName(ClientNamespace + rule.Message.Name), typed)?.AcceptedBy(rule)
            : null;

    private static RpcRule? RuleOf(RequestUrl url, ApiSymbols? api, Func<Route, bool> takesMask) =>
        RouteTable.Of(api).Match(url.Path).FirstOrDefault(takesMask) is { } route && ApiProof.IsPlausible(url, [route]) ? route.Rpc.Rule : null;

    /// <summary>Whether a text is a path in an anonymous object: <c>new { field_mask = new { paths = new[] { "…" } } }</c>.</summary>
    private static bool IsInMaskOfObject(SyntaxNode text)
    {
        var list = text.Ancestors().TakeWhile(static node => node is not AnonymousObjectMemberDeclaratorSyntax and not StatementSyntax).LastOrDefault();
        return list?.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: "paths", Parent: AnonymousObjectCreationExpressionSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: "field_mask" or "fieldMask" } } };
    }

    /// <summary>The rule of the request that sends a text; null where none is seen to.</summary>
    private static RpcRule? RuleOfBody(StringPlace place, SemanticModel model, ApiSymbols? api)
    {
        if (HttpSymbols.Of(model.Compilation) is not { } http || model.GetOperation(place.Expression) is not { } operation)
            return null;
        var reader = new RequestReader(http, static _ => null);
        var request = Body.Of(operation).Invocations.Where(call => RequestReader.Sends(call.TargetMethod, http)).Select(reader.Read)
            .FirstOrDefault(request => request is not null && (RequestBody.ObjectOf(request) ?? RequestBody.TextOf(request)) is { } body && Operations.Resolve(body).Syntax.Span.Contains(place.Position));
        return request is null ? null : RuleOf(request.Url, api, route => route.TakesMaskInBody && route.Verb == request.Verb);
    }
}
