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

    public static IEnumerable<Diagnostic> Judge(MaskedCall call) =>
        call.InEveryBranch(static (call, _, node) => !call.Rpc.Allows(node)) is { Count: > 0 } refusals ? Report(call, refusals) : [];

    private static IEnumerable<Diagnostic> Report(MaskedCall call, IReadOnlyList<MaskPath> refusals)
    {
        // Of a mask that is written elsewhere, much may be refused in one place.
        foreach (var refused in refusals.GroupBy(call.Place))
        {
            var path = refused.First();
            var holders = Holders(call.Rpc, path.Node!, call.Api.RulesBeside(call.Operation.TargetMethod.ContainingType));
            yield return Diagnostic.Create(
                Descriptor, refused.Key, Fixes(call, path, holders), call.Rpc.Name, path.Text, Reason(call.Rpc.Writes, holders) + Others(refused.Count() - 1));
        }
    }

    private static string Others(int count) => count switch
    {
        0 => "",
        1 => "; one more path of this mask is refused",
        _ => $"; {count} more paths of this mask are refused",
    };

    // A mask that is shared is left as it is; the call is moved only to where everything in its mask is taken.
    private static ImmutableDictionary<string, string?> Fixes(MaskedCall call, MaskPath path, IReadOnlyList<RpcRule> holders)
    {
        var properties = call.Place(path) == path.Location ? FixProperties.Removal : ImmutableDictionary<string, string?>.Empty;
        var holder = holders.FirstOrDefault(rule => call.Masks!.All(mask => mask.Paths.All(other => other.Node is null || rule.Allows(other.Node))));
        return holder is null ? properties : properties.Add(FixProperties.Method, $"{holder.Service}.{holder.Method}Async");
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
    public static string Reason(bool writes, IReadOnlyList<RpcRule> holders) =>
        holders.Count == 0
            ? $"no server {(writes ? "stores" : "returns")} it"
            : $"it is held by the {holders[0].Server}; {(writes ? "write" : "read")} it with {string.Join(" or ", holders.Take(MostNamed).Select(static holder => holder.Rpc))}";
}
