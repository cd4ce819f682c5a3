using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Configuration;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Requests.Typed;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>Judges the requests of one type together: what two of them share, a base address for example, is reported once.</summary>
internal static class TypeJudge
{
    public static IEnumerable<Diagnostic> Judge(IReadOnlyList<HttpRequest> requests, Lazy<RouteTable> table, TypedClient? client)
    {
        var reported = new HashSet<(string Id, Location Location)>();
        return requests.Select(static request => PlainHttp.Judge(request.Url.AddressOrigin)).OfType<Diagnostic>()
            .Concat(requests.SelectMany(request => RequestMasks.Judge(request, table.Value)))
            .Concat(requests.SelectMany(BadUserAgents))
            .Concat(MissingUserAgents(requests))
            .Concat(client is null ? [] : requests.Select(request => TypedCall.Judge(request, client)).OfType<Diagnostic>())
            .Where(diagnostic => reported.Add((diagnostic.Id, diagnostic.Location)));
    }

    /// <summary>The first request of each client in each method that goes without a User-Agent.</summary>
    private static IEnumerable<Diagnostic> MissingUserAgents(IEnumerable<HttpRequest> requests) =>
        requests.Where(RequestWithoutUserAgent.IsMissing)
            .GroupBy(static request => (Body: Body.Of(request.Call), Client: Variable(request.Client)))
            .Select(static group => RequestWithoutUserAgent.Report(group.First()));

    private static IEnumerable<Diagnostic> BadUserAgents(HttpRequest request)
    {
        foreach (var life in new[] { request.MessageLife, request.ClientLife })
        {
            if (life is not null && RequestHeader.UserAgentOf(life).Values.FirstOrDefault() is { } value && FindFault(value) is var (fault, place))
                yield return fault.At(place.Syntax.GetLocation());
        }
    }

    private static (UserAgentFault Fault, IOperation Place)? FindFault(IOperation value)
    {
        var resolved = Operations.Resolve(value);
        if (resolved.ConstantValue is { HasValue: true, Value: string text })
            return UserAgentText.FindFaultInHeader(text) is { } fault ? (fault, value) : null;
        if (resolved is not IObjectCreationOperation { Type.Name: "ProductInfoHeaderValue" } product
            || Operations.Argument(product.Arguments, "productName") is not { ConstantValue: { HasValue: true, Value: string name } } nameValue)
            return null;
        // A version that is not seen may be any: the name is judged beside one that is good.
        var versionValue = Operations.Argument(product.Arguments, "productVersion");
        var version = versionValue is { ConstantValue.HasValue: true } ? versionValue.ConstantValue.Value as string : "1";
        return UserAgentText.FindFault(name, version) is { } found
            ? (found, found.Part == UserAgentPart.Version ? versionValue! : nameValue)
            : null;
    }

    private static ISymbol? Variable(IOperation client) => Operations.Bare(client) switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };
}
