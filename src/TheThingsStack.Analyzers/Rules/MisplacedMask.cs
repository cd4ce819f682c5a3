using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Requests;
using TheThingsStack.Analyzers.Requests.Bodies;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A mask where the server ignores or misreads it.</summary>
internal static class MisplacedMask
{
    /// <summary>
    /// In the properties of a diagnostic: the text that takes the place of what is underlined, or of the second additional location, the end of a body.
    /// The first additional location goes.
    /// </summary>
    public const string Text = "text";

    public static readonly DiagnosticDescriptor Descriptor = Rule.Info(
        "TTS2002", nameof(MisplacedMask), Rule.Masks,
        "The mask is in the wrong place, or of the wrong form",
        "{0} {1}",
        "Reads take their mask from the query, writes from the body as {\"paths\": […]}. Elsewhere the server ignores it, and in another form it misreads it, without a word.");

    public static IEnumerable<Diagnostic> JudgeQuery(HttpRequest request, Route route)
    {
        var url = request.Url;
        foreach (var part in url.Query.Where(QueryMask.IsMask))
        {
            if (!route.TakesMaskInQuery)
                yield return ReportInQuery(request, route, part);
            else if (part.Name == QueryMask.PathsName && url.Origin.Text.IndexOf(',', part.ValueStart, part.ValueLength) >= 0)
                yield return Report(url.Origin.At(part.Start, part.Name.Length), route, $"takes what follows {QueryMask.PathsName} for one path: write {Route.Mask} for a list with commas", Route.Mask);
        }
    }

    public static IEnumerable<Diagnostic> JudgeBody(JsonMember mask, Route route)
    {
        if (!route.TakesMaskInBody)
            yield return Report(mask.Location, route, route.TakesMaskInQuery ? "takes its mask from the query" : "takes no mask: the server ignores it", null, Whole(mask));
        else if (mask.Value is { Kind: JsonKind.Text, Text: { } text })
            yield return Report(mask.Value.Location, route, "takes its mask as an object with a list of paths, not as one text", mask.Value.Origin is null ? null : AsObject(text));
    }

    /// <summary>Whether something is wrong with the form of a mask, so that its paths are not worth a word yet.</summary>
    public static bool IsMisplaced(JsonMember mask, Route route) => !route.TakesMaskInBody || mask.Value.Kind == JsonKind.Text;

    private static Diagnostic ReportInQuery(HttpRequest request, Route route, QueryPart part)
    {
        var origin = request.Url.Origin;
        var place = origin.At(part.Start, part.End - part.Start);
        if (QueryMask.WithSeparator(origin, part) is not { } whole || !Stands(whole, request.UrlValue))
            return Report(place, route, InsteadOfQuery(route));
        var body = RequestBody.Read(request);
        if (!route.TakesMaskInBody || (body is not null && BodyMask.Find(body) is not null))
            return Report(place, route, InsteadOfQuery(route), null, whole);
        // One that is to be moved has to be whole, and the body at hand.
        return body is { Kind: JsonKind.Object } && request.Url.Query.Count(QueryMask.IsMask) == 1
            && route.Rpc.Rule is { } rule && QueryMask.Read(request.Url, rule.Message) is { } mask
            && BodyEnd.Of(request) is { } end && Stands(end.Place, request.Content!, RequestBody.TextOf(request))
            ? Report(place, route, InsteadOfQuery(route), end.Mask(mask.Paths.Select(static path => path.Text)), whole, end.Place)
            : Report(place, route, InsteadOfQuery(route));
    }

    /// <summary>Whether a place is in a value that nothing else uses: the first one, or the one that this is made of.</summary>
    private static bool Stands(Location place, IOperation value, IOperation? within = null)
    {
        for (value = Operations.Bare(value); value is ILocalReferenceOperation local; value = Operations.Bare(value))
        {
            if (Locals.CountUses(local) != 1 || Locals.ValueOf(local) is not { } only)
                return false;
            value = only;
        }

        return within is not null ? Stands(place, within) : place.IsWithin(value.Syntax);
    }

    private static string InsteadOfQuery(Route route) =>
        route.TakesMaskInBody ? "takes its mask from the body: the server ignores it in the query" : "takes no mask: the server ignores it";

    private static string AsObject(string paths) =>
        $"{{\"paths\":[{string.Join(",", paths.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(static path => $"\"{path.Trim()}\""))}]}}";

    /// <summary>Name and value, where both stand in one literal.</summary>
    private static Location? Whole(JsonMember mask) => mask.Location.SourceTree is { } tree && tree == mask.Value.Location.SourceTree && mask.Location.SourceSpan.End <= mask.Value.Location.SourceSpan.Start
        ? Location.Create(tree, TextSpan.FromBounds(mask.Location.SourceSpan.Start, mask.Value.Location.SourceSpan.End)) : null;

    private static Diagnostic Report(Location location, Route route, string reason, string? text = null, params Location?[] places) => Diagnostic.Create(
        Descriptor, location, places.OfType<Location>(), text is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Text, text), route.Rpc.Name, reason);
}
