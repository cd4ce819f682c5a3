using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>
/// Follows a local whose message changes only where the statements of the block that declares it follow each other, as in most code.
/// What is known of it then depends on the order of the source alone, and the graph, which costs much more, is not needed.
/// </summary>
internal static class StraightFlow
{
    /// <summary>How often an operation is done while its statement is done once.</summary>
    private enum Course
    {
        Once,
        AtMostOnce,
        Unknown,
    }

    /// <summary>What is done with the local, in order; null where that takes the graph.</summary>
    public static IEnumerable<Observation>? Observe(ILocalSymbol local, Uses uses)
    {
        if (uses.Body.HasLabels || BlockOf(local, uses) is not { } block || IsInFinally(block))
            return null;
        var ordered = InOrder(uses.Of(local));
        List<IOperation>? changed = null;
        List<IOperation>? looked = null;
        for (var i = 0; i < ordered.Count; i++)
        {
            var (operation, use) = ordered[i];
            if (StatementOf(operation, block, out var course) is not { } statement)
                return null;
            if (course == Course.Once)
            {
                if (use.Changes)
                    (changed ??= []).Add(statement);
            }
            else if (!use.Changes)
                (looked ??= []).Add(statement);
            // What is done last changes nothing for what is done before, whether it is done or not.
            else if (course != Course.AtMostOnce || i < ordered.Count - 1)
                return null;
        }

        return looked is not null && changed is not null && looked.Exists(changed.Contains) ? null : Follow(uses.ItemOf(local)?.Contents, ordered);
    }

    private static IEnumerable<Observation> Follow(Contents? contents, IReadOnlyList<LocalUse> uses)
    {
        foreach (var (_, use) in uses)
        {
            yield return new(use, contents);
            contents = use.After(contents);
        }
    }

    /// <summary>An operation comes after those that it is made of, and these from left to right.</summary>
    private static IReadOnlyList<LocalUse> InOrder(IReadOnlyList<LocalUse> uses)
    {
        for (var i = 1; i < uses.Count; i++)
        {
            // They are found in the order of their beginnings, which is the same most of the time.
            var (here, before) = (uses[i].Use.Anchor.Span, uses[i - 1].Use.Anchor.Span);
            if (here.End < before.End || (here.End == before.End && here.Start > before.Start))
                return [.. uses.OrderBy(static use => use.Use.Anchor.Span.End).ThenByDescending(static use => use.Use.Anchor.SpanStart)];
        }

        return uses;
    }

    /// <summary>The block that declares a local.</summary>
    private static IOperation? BlockOf(ILocalSymbol local, Uses uses) => uses.Body.UsesOf(local).Declarator?.Parent switch
    {
        IVariableDeclarationOperation { Parent: IVariableDeclarationGroupOperation { Parent: IBlockOperation block } } => block,
        IForEachLoopOperation loop => loop.Body,
        _ => null,
    };

    /// <summary>The statement of a block that an operation is in; null where it is in a finally block, or in none of them.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="block">The block, or the one statement that is in place of it.</param>
    /// <param name="course">How often the operation is done while the statement is done once.</param>
    private static IOperation? StatementOf(IOperation operation, IOperation block, out Course course)
    {
        course = Course.Once;
        for (; operation != block && operation.Parent is { } parent; operation = parent)
        {
            if (parent == block && block is IBlockOperation)
                return operation;
            if (parent is ITryOperation attempt && attempt.Finally == operation)
                return null;
            if (CourseWithin(parent) is var within && within > course)
                course = within;
        }

        return operation == block ? block : null;
    }

    private static Course CourseWithin(IOperation operation) => operation.Kind switch
    {
        OperationKind.ExpressionStatement or OperationKind.VariableDeclarationGroup or OperationKind.VariableDeclaration or OperationKind.VariableDeclarator
            or OperationKind.VariableInitializer or OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.Increment or OperationKind.Decrement
            or OperationKind.Await or OperationKind.Invocation or OperationKind.Argument or OperationKind.Conversion or OperationKind.PropertyReference or OperationKind.FieldReference
            or OperationKind.ObjectCreation or OperationKind.ObjectOrCollectionInitializer or OperationKind.MemberInitializer or OperationKind.AnonymousObjectCreation
            or OperationKind.ArrayCreation or OperationKind.ArrayInitializer or OperationKind.InterpolatedString or OperationKind.Interpolation or OperationKind.Return => Course.Once,
        OperationKind.Binary when ((IBinaryOperation)operation).OperatorKind is not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr) => Course.Once,
        OperationKind.Loop or OperationKind.Try or OperationKind.CatchClause or OperationKind.AnonymousFunction or OperationKind.LocalFunction => Course.Unknown,
        _ => Course.AtMostOnce,
    };

    private static bool IsInFinally(IOperation operation)
    {
        for (; operation.Parent is { } parent; operation = parent)
        {
            if (parent is ITryOperation attempt && attempt.Finally == operation)
                return true;
        }

        return false;
    }
}
