using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Syntax;

/// <summary>Texts that are added up.</summary>
internal static class Concatenation
{
    /// <summary>The operands of a chain of additions from left to right. The chain nests as deep as it is long, so it is not walked by recursion.</summary>
    public static Stack<IOperation> Operands(IBinaryOperation sum)
    {
        var operands = new Stack<IOperation>();
        IOperation left = sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } next && SymbolEqualityComparer.Default.Equals(next.Type, sum.Type))
        {
            operands.Push(next.RightOperand);
            left = next.LeftOperand;
        }

        operands.Push(left);
        return operands;
    }
}
