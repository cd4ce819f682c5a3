using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>Which fields an entity has that a call returned.</summary>
internal static class AnswerFields
{
    private static readonly string[] Addresses = ["network_server_address", "application_server_address", "join_server_address"];

    /// <summary>Whether a path is sure to be missing, whichever call it was that answered.</summary>
    public static bool Lack(MaskedCall[] calls, PathNode path)
    {
        foreach (var call in calls)
        {
            if (!Lack(call, path))
                return false;
        }

        return true;
    }

    /// <summary>Whether a path is sure to be missing: neither it, nor one above or below it, was asked for, and the server does not return it by itself.</summary>
    private static bool Lack(MaskedCall call, PathNode path) =>
        call.Masks is { Length: > 0 } && !call.MayName(path)
        && Array.TrueForAll(call.Rpc.Rules, static rule => rule.Implicit is not null)
        && !IsImplicit(call.Rpc, path)
        && !IsFilter(call.Operation, path);

    private static bool IsImplicit(RpcCall rpc, PathNode path)
    {
        foreach (var rule in rpc.Rules)
        {
            if (HasOneOf(rule.Implicit!, rpc, path))
                return true;
        }

        return rpc is { IsWhole: true, Writes: false } && HasOneOf(Addresses, rpc, path);
    }

    private static bool HasOneOf(string[] names, RpcCall rpc, PathNode path)
    {
        foreach (var name in names)
        {
            if (rpc.Message.Find(name) is { } given && (given.Covers(path) || path.Covers(given)))
                return true;
        }

        return false;
    }

    /// <summary>Searches return what they filter by, under whatever name.</summary>
    private static bool IsFilter(IInvocationOperation call, PathNode path)
    {
        if (!call.TargetMethod.Name.StartsWith("Search", StringComparison.Ordinal))
            return false;
        var field = path.Top.Property;
        return call.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: var name }
            && (name == "query" || name.StartsWith(field, StringComparison.OrdinalIgnoreCase)));
    }
}
