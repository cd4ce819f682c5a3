using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>A call to a method of the client that sends a mask.</summary>
internal sealed class MaskedCall
{
    private readonly IArgumentOperation? _mask;

    public MaskedCall(IInvocationOperation operation, RpcCall rpc, ApiSymbols api, MaskReader reader)
    {
        Operation = operation;
        Rpc = rpc;
        Api = api;
        _mask = Argument(rpc.MaskParameter);
        IsInferred = rpc.Written is not null && (_mask is null || _mask.ArgumentKind == ArgumentKind.DefaultValue || _mask.Value.ConstantValue is { HasValue: true, Value: null });
        Masks = IsInferred || _mask is null ? null : reader.Read(_mask.Value);
    }

    public IInvocationOperation Operation { get; }

    public RpcCall Rpc { get; }

    public ApiSymbols Api { get; }

    /// <summary>Whether the client makes the mask of what is set on the message.</summary>
    public bool IsInferred { get; }

    /// <summary>What the mask can be, one for each branch; null where it is inferred or not seen.</summary>
    public MaskValue[]? Masks { get; }

    /// <summary>The expression of the mask; null where there is none.</summary>
    public IOperation? Mask => IsInferred ? null : _mask?.Value;

    /// <summary>The message that is written; null where nothing is.</summary>
    public IOperation? Written => Argument(Rpc.Written)?.Value;

    /// <summary>The paths that are in the mask whichever branch it comes from, and that a rule objects to.</summary>
    public IReadOnlyList<MaskPath> InEveryBranch(Func<MaskedCall, MaskValue, PathNode, bool> isWrong)
    {
        if (Masks is not [var first, ..] masks)
            return [];
        List<MaskPath>? wrong = null;
        foreach (var path in first.Paths)
        {
            if (path.Node is { } node && isWrong(this, first, node) && (masks.Length == 1 || IsWrongInOthers(path, node, isWrong)))
                (wrong ??= []).Add(path);
        }

        return wrong ?? (IReadOnlyList<MaskPath>)[];
    }

    /// <summary>Whether a mask of the call names a path, one above it or one below it; a path that is not understood may be any.</summary>
    public bool MayName(PathNode path)
    {
        foreach (var mask in Masks!)
        {
            foreach (var named in mask.Paths)
            {
                if (named.Node is not { } node || node.Covers(path) || path.Covers(node))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Where to report a path: where it is written if that is in this call, or for this call alone; else at the argument.</summary>
    public Location Place(MaskPath path)
    {
        var argument = _mask!.Value.Syntax;
        if (path.Location.IsWithin(argument))
            return path.Location;
        var value = _mask.Value is IConversionOperation conversion ? conversion.Operand : _mask.Value;
        return value is ILocalReferenceOperation local && Locals.CountUses(local) == 1 ? path.Location : argument.GetLocation();
    }

    private bool IsWrongInOthers(MaskPath path, PathNode node, Func<MaskedCall, MaskValue, PathNode, bool> isWrong) =>
        Masks!.Skip(1).All(mask => mask.Paths.Any(other => other.Text == path.Text) && isWrong(this, mask, node));

    private IArgumentOperation? Argument(IParameterSymbol? parameter)
    {
        if (parameter is null)
            return null;
        foreach (var argument in Operation.Arguments)
        {
            if (argument.Parameter?.Ordinal == parameter.Ordinal)
                return argument;
        }

        return null;
    }
}
