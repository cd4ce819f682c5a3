using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A path that exists, but that the RPC does not accept.</summary>
internal static class RefusedPath
{
    private const int MostNamed = 2;

    public static readonly DiagnosticDescriptor Descriptor = Rule.Error(
        "TTS2101", nameof(RefusedPath), Rule.Masks,
        "The RPC refuses this path",
        "{0} does not accept '{1}': {2}",
        "Each server keeps a part of an entity, and refuses the whole request for one path that it does not keep.");

    public static IEnumerable<Diagnostic> Judge(MaskedCall call)
    {
        foreach (var path in call.InEveryBranch((_, node) => !call.Rpc.Allows(node)))
        {
            var holders = Holders(call.Rpc, path.Node!, call.Api.RulesBeside(call.Operation.TargetMethod.ContainingType));
            yield return Report(call.Place(path), call.Rpc.Name, path.Node!, call.Rpc.Writes, holders);
        }
    }

    public static Diagnostic Report(Location place, string rpc, PathNode path, bool writes, IReadOnlyList<RpcRule> holders)
    {
        var properties = FixProperties.Removal;
        if (holders.Count > 0)
            properties = properties.Add(FixProperties.Method, $"{holders[0].Service}.{holders[0].Method}Async");
        return Diagnostic.Create(Descriptor, place, properties, rpc, path.Path, Reason(path, writes, holders));
    }

    /// <summary>The other RPCs that take the path for the same purpose, the nearest first.</summary>
    public static IReadOnlyList<RpcRule> Holders(RpcCall call, PathNode path, IReadOnlyList<RpcRule> all)
    {
        var rule = call.Rules[0];
        return [.. all
            .Where(other => other.Message.Name == rule.Message.Name && other.Writes == rule.Writes && other.Rpc != rule.Rpc && other.Allows(path))
            .OrderBy(other => other.Method == rule.Method ? 0 : 1).ThenBy(static other => other.Rpc.Length)];
    }

    /// <summary>Who holds the path, as the end of a sentence.</summary>
    public static string Reason(PathNode path, bool writes, IReadOnlyList<RpcRule> holders) =>
        holders.Count == 0
            ? $"no server {(writes ? "stores" : "returns")} it"
            : $"it is held by the {holders[0].Server}; {(writes ? "write" : "read")} it with {string.Join(" or ", holders.Take(MostNamed).Select(static holder => holder.Rpc))}";
}
