using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Requests.Bodies;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>Judges the masks of a request by the rule of its RPC.</summary>
internal static class RequestMasks
{
    public static IEnumerable<Diagnostic> Judge(HttpRequest request, RouteTable table)
    {
        if (request.Route is not { } route)
            return [];
        var query = JudgeQuery(request, route, table);
        return RequestBody.Read(request) is { Kind: JsonKind.Object } body
            ? query.Concat(JudgeBody(request, body, route, table)).Concat(KeyDeletion.Judge(request, route, body))
            : query;
    }

    private static IEnumerable<Diagnostic> JudgeQuery(HttpRequest request, Route route, RouteTable table)
    {
        if (!QueryMask.HasMask(request.Url))
            return [];
        var form = MisplacedMask.JudgeQuery(request, route).ToList();
        if (form.Count > 0 || route.Rpc.Rule is not { } rule || QueryMask.Read(request.Url, rule.Message) is not { } mask)
            return form;
        var known = JudgeKnown(request, mask, rule, table);
        // What a URL says for itself is judged where it is written, whether it is sent or not.
        return mask.Paths.TrueForAll(static path => path.Node is not null) || UrlLiterals.IsJudgedAlone(request.Url, request.Call.SemanticModel!, table)
            ? known : UnknownPath.Judge(mask).Concat(known);
    }

    private static IEnumerable<Diagnostic> JudgeBody(HttpRequest request, JsonPart body, Route route, RouteTable table)
    {
        if (BodyMask.Find(body) is not { } member || route.WholeBody is not null || route.Body is null)
            return [];
        if (MisplacedMask.IsMisplaced(member, route))
            return MisplacedMask.JudgeBody(member, route);
        return route.Rpc.Rule is { } rule && BodyMask.Read(member, rule.Message) is { } mask
            ? UnknownPath.Judge(mask).Concat(JudgeKnown(request, mask, rule, table))
            : [];
    }

    private static IEnumerable<Diagnostic> JudgeKnown(HttpRequest request, MaskValue mask, RpcRule rule, RouteTable table) =>
        Refused(request, mask, rule, table).Concat(OneofConflict.Judge(mask)).Concat(PathBelowOneofMember.Judge(mask, rule)).Concat(RedundantPath.Judge(mask));

    private static IEnumerable<Diagnostic> Refused(HttpRequest request, MaskValue mask, RpcRule rule, RouteTable table)
    {
        foreach (var path in mask.Paths)
        {
            if (path.Node is not { } node || rule.Allows(node))
                continue;
            var holders = RefusedPath.Holders(new RpcCall([rule], rule.Rpc, null, null), node, table.Rules);
            // A text that other requests may share is left as it is.
            if (path is TextPath { Field: { } use })
            {
                yield return Diagnostic.Create(RefusedPath.Descriptor, use, rule.Rpc, node.Path, RefusedPath.Reason(rule.Writes, holders));
                continue;
            }

            var move = RouteMove.Find(request, mask, holders, table);
            yield return Diagnostic.Create(
                RefusedPath.Descriptor, path.Location, move is null ? [path.Item] : [path.Item, move.Place],
                move is null ? FixProperties.Removal : FixProperties.Removal.Add(FixProperties.Route, move.Text).Add(FixProperties.Server, move.Server),
                rule.Rpc, node.Path, RefusedPath.Reason(rule.Writes, holders));
        }
    }
}
