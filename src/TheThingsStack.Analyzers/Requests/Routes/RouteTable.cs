using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Requests.Routes;

/// <summary>Every route of the reference. Read when a compilation first has a request that may be one of its.</summary>
internal sealed class RouteTable
{
    /// <summary>The generated client.</summary>
    public const string ClientName = "TheThingsStack.V3.TheThingsStackClient";

    private const string Resource = "the-things-stack.routes.txt";

    private static readonly Lazy<RouteTable> Own = new(static () =>
    {
        using var stream = typeof(RouteTable).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return RouteTableReader.Read(reader.ReadToEnd());
    });

    private readonly ILookup<string, Route> _routes;
    private readonly Lazy<IReadOnlyList<RpcRule>> _rules;

    public RouteTable(IReadOnlyList<Route> routes)
    {
        Routes = routes;
        _routes = routes.OrderBy(static route => route.Precedence, StringComparer.Ordinal).ToLookup(static route => route.Segments[0]);
        _rules = new(() => [.. routes.Select(static route => route.Rpc).Distinct().Select(static rpc => rpc.Rule).OfType<RpcRule>()]);
    }

    public IReadOnlyList<Route> Routes { get; }

    /// <summary>The rules of all RPCs that take a mask.</summary>
    public IReadOnlyList<RpcRule> Rules => _rules.Value;

    /// <summary>The table that a compilation goes by: what its own client says of an RPC comes before what we know.</summary>
    public static RouteTable Of(ApiSymbols? api)
    {
        if (api?.Compilation.GetTypeByMetadataName(ClientName) is not { } client)
            return Own.Value;
        var services = client.GetMembers().OfType<IPropertySymbol>().ToLookup(static property => property.Name, static property => property.Type, StringComparer.OrdinalIgnoreCase);
        var rpcs = Own.Value.Routes.Select(static route => route.Rpc).Distinct().ToDictionary(static rpc => rpc, rpc => Of(rpc, services[rpc.Service].FirstOrDefault(), api));
        return new([.. Own.Value.Routes.Select(route => route with { Rpc = rpcs[route.Rpc] })]);
    }

    private static Rpc Of(Rpc rpc, ITypeSymbol? service, ApiSymbols api)
    {
        var known = rpc with { };
        known.SetRule(() => service?.GetTypeMembers(rpc.TypedMethod).Select(api.RuleOf).FirstOrDefault(rule => rule?.Rpc == rpc.Name) ?? rpc.Rule);
        return known;
    }

    /// <summary>The routes that a path below <c>/api/v3</c> fits, the most exact first.</summary>
    public List<Route> Match(IReadOnlyList<string> path)
    {
        var found = new List<Route>();
        if (path.Count == 0)
            return found;
        foreach (var route in _routes[path[0]])
        {
            if (Fits(route, path) && (found.Count == 0 || route.Precedence == found[0].Precedence))
                found.Add(route);
        }

        return found;
    }

    private static bool Fits(Route route, IReadOnlyList<string> path)
    {
        var segments = route.Segments;
        if (path.Count < segments.Count || (path.Count > segments.Count && !segments[segments.Count - 1].EndsWith("=**}", StringComparison.Ordinal)))
            return false;
        for (var i = 0; i < segments.Count; i++)
        {
            if (Route.IsValue(segments[i]) ? path[i].Length == 0 : path[i] != segments[i])
                return false;
        }

        return true;
    }
}
