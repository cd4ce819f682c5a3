using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>Locals of which the compiler can say what they hold.</summary>
internal static class Locals
{
    /// <summary>The one value that a local ever has; null where it is assigned more than once, by reference, or by something that is no plain declaration.</summary>
    public static IOperation? ValueOf(ILocalReferenceOperation reference)
    {
        if (reference.Local.RefKind != RefKind.None)
            return null;
        var uses = Body.Of(reference).UsesOf(reference.Local);
        return uses.References.Exists(IsWritten) ? null : uses.Declarator?.GetVariableInitializer()?.Value;
    }

    /// <summary>How often a local is used.</summary>
    public static int CountUses(ILocalReferenceOperation reference) => Body.Of(reference).UsesOf(reference.Local).References.Count;

    /// <summary>Whether a reference to a variable may change what the variable holds.</summary>
    public static bool IsWritten(IOperation use) => use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        IAddressOfOperation => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        IDeclarationExpressionOperation => true,
        _ => false,
    };
}
