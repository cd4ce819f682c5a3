using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Requests.Routes;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>The same request to the server that takes its mask, where the routes differ in how they begin only: <c>/applications/…</c>, <c>/ns/applications/…</c>.</summary>
/// <param name="Place">How the route begins now.</param>
/// <param name="Text">How it begins then.</param>
/// <param name="Server">The server that answers then.</param>
internal sealed record RouteMove(Location Place, string Text, string Server)
{
    private static readonly string[] Prefixes = ["ns", "as", "js"];

    /// <summary>Null where no other server takes the whole mask, or where it has no such route.</summary>
    public static RouteMove? Find(HttpRequest request, MaskValue mask, IReadOnlyList<RpcRule> holders, RouteTable table)
    {
        if (request.Route is not { } route || holders.FirstOrDefault(rule => mask.Paths.All(path => path.Node is { } node && rule.Allows(node))) is not { } holder)
            return null;
        var (prefix, rest) = Split(route);
        var other = table.Routes.FirstOrDefault(r => r.Rpc.Rule == holder && r.Verb == route.Verb && Split(r) is var (_, below) && IsSame(below, rest));
        if (other is null || request.Url.Origin.Text.IndexOf(prefix, request.Url.PathStart, StringComparison.Ordinal) != request.Url.PathStart)
            return null;
        var place = request.Url.Origin.At(request.Url.PathStart, prefix.Length);
        return request.Url.Origin.IsExact(request.Url.PathStart, prefix.Length) ? new(place, Split(other).Prefix, holder.Server) : null;
    }

    private static (string Prefix, IReadOnlyList<string> Below) Split(Route route) =>
        Array.IndexOf(Prefixes, route.Segments[0]) < 0 ? ("", route.Segments) : (route.Segments[0] + "/", [.. route.Segments.Skip(1)]);

    private static bool IsSame(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == other.Count && one.Zip(other, static (a, b) => a == b || (Route.IsValue(a) && Route.IsValue(b))).All(static same => same);
}
