using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>A method of the client that takes a mask, or that infers one from what it writes.</summary>
/// <param name="Rules">The RPCs that the mask is sent to: one, or for whole devices one for each server, of which one has to accept a path.</param>
/// <param name="Name">What the method is called in messages: <c>EndDeviceRegistry/Get</c>, <c>Devices.Get</c>.</param>
/// <param name="MaskParameter">The parameter that is the mask, as a value or as a lambda; null where the method has none.</param>
/// <param name="Written">The parameter that is written; null where the method reads.</param>
internal sealed record RpcCall(RpcRule[] Rules, string Name, IParameterSymbol? MaskParameter, IParameterSymbol? Written)
{
    /// <summary>The message that masks select from.</summary>
    public PathNode Message => Rules[0].Message;

    public bool Writes => Rules[0].Writes;

    /// <summary>Whether the method is one for end devices as a whole, over several servers.</summary>
    public bool IsWhole => Rules.Length > 1;

    public bool Allows(PathNode path)
    {
        foreach (var rule in Rules)
        {
            if (rule.Allows(path))
                return true;
        }

        return false;
    }
}
