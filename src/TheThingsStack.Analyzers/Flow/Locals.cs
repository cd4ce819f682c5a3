using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>Locals of which the compiler can say what they hold.</summary>
internal static class Locals
{
    /// <summary>The one value that a local ever has; null where it is assigned more than once, by reference, or by something that is no plain declaration.</summary>
    public static IOperation? ValueOf(ILocalReferenceOperation reference)
    {
        var local = reference.Local;
        if (local.RefKind != RefKind.None)
            return null;
        IOperation? value = null;
        foreach (var operation in Root(reference).DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation declarator && Same(declarator.Symbol, local))
                value = declarator.GetVariableInitializer()?.Value;
            else if (operation is ILocalReferenceOperation use && Same(use.Local, local) && IsWritten(use))
                return null;
        }

        return value;
    }

    /// <summary>How often a local is used.</summary>
    public static int CountUses(ILocalReferenceOperation reference) =>
        Root(reference).DescendantsAndSelf().Count(operation => operation is ILocalReferenceOperation use && Same(use.Local, reference.Local));

    /// <summary>The whole body that an operation stands in.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

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

    private static bool Same(ILocalSymbol a, ILocalSymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
