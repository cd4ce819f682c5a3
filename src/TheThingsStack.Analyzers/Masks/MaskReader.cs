using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>Says which masks an expression can be: one for each branch.</summary>
internal sealed class MaskReader(ApiSymbols api)
{
    private const int MostSteps = 16;

    private readonly ConcurrentDictionary<ISymbol, MaskValue[]?> _members = new(SymbolEqualityComparer.Default);

    // What a call sends is judged where it is written, too.
    private readonly ConcurrentDictionary<CollectionExpressionSyntax, MaskValue?> _collections = [];

    /// <summary>The masks that a mask or a lambda can be; null where one of them is not seen.</summary>
    public MaskValue[]? Read(IOperation operation) => Read(operation, 0);

    /// <summary>The mask that a collection expression is; null where it is not seen.</summary>
    public MaskValue? Read(CollectionExpressionSyntax collection, PathNode message, IOperation operation) => ReadCollection(collection, message, operation, operation.SemanticModel!, 0);

    /// <summary>The path that an expression on a path builder names; null where it is not seen.</summary>
    public PathNode? ReadPath(IOperation operation) => PathExpression.Read(operation, api);

    private MaskValue[]? Read(IOperation? operation, int step)
    {
        if (operation is null || step > MostSteps)
            return null;
        if (operation is IConversionOperation or IDelegateCreationOperation && operation.Syntax is not CollectionExpressionSyntax)
            return Read(operation is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)operation).Target, step + 1);
        if (operation.Syntax is CollectionExpressionSyntax collection)
            return api.MessageOfMask(operation.Type) is { } target ? One(ReadCollection(collection, target, operation, operation.SemanticModel!, step + 1)) : null;
        return operation switch
        {
            IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } only }] } => Read(only, step + 1),
            IAnonymousFunctionOperation lambda => Branches(Returns(lambda), step),
            IConditionalOperation conditional => Branches([conditional.WhenTrue, conditional.WhenFalse], step),
            ISwitchExpressionOperation choice => Branches(choice.Arms.Select(static arm => arm.Value), step),
            ICoalesceOperation coalesce => Branches([coalesce.Value, coalesce.WhenNull], step),
            ILocalReferenceOperation local => Read(Locals.ValueOf(local), step + 1),
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => ReadMember(field),
            IPropertyReferenceOperation property => ReadProperty(property),
            IInvocationOperation invocation => ReadInvocation(invocation, step),
            _ => null,
        };
    }

    private MaskValue[]? Branches(IEnumerable<IOperation?> operations, int step)
    {
        var masks = new List<MaskValue>();
        foreach (var operation in operations)
        {
            // A branch that throws yields no mask.
            if (operation is IThrowOperation or IConversionOperation { Operand: IThrowOperation })
                continue;
            if (Read(operation, step + 1) is not { } read)
                return null;
            masks.AddRange(read);
        }

        return masks.Count == 0 ? null : [.. masks];
    }

    private static IEnumerable<IOperation?> Returns(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Descendants().OfType<IReturnOperation>()
            .Where(statement => Function(statement) == lambda && statement.ReturnedValue is not null)
            .Select(static statement => statement.ReturnedValue);

    private static IOperation? Function(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
            parent = parent.Parent;
        return parent;
    }

    private MaskValue[]? ReadProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (!property.IsStatic || api.MessageOfMask(property.Type) is not { } message)
            return null;
        if (SymbolEqualityComparer.Default.Equals(property.ContainingType.OriginalDefinition, api.Mask))
            return property.Name == "Empty" ? One(new(message, [])) : null;
        if (property.Name == "Fields" && api.RuleOf(property.ContainingType) is { } rule)
            return One(new(message, [.. rule.Fields().Select(node => new SyntaxPath(node, node.Path, reference.Syntax))]));
        return property.SetMethod is null ? ReadMember(property) : null;
    }

    private MaskValue[]? ReadMember(ISymbol member) => _members.GetOrAdd(member, symbol =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => ReadSyntax(value),
            PropertyDeclarationSyntax { Initializer.Value: { } value } => ReadSyntax(value),
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } => ReadSyntax(value),
            _ => null,
        });

    private MaskValue[]? ReadSyntax(ExpressionSyntax expression)
    {
        // The masks that a project shares stand in other files; each is read once.
#pragma warning disable RS1030
        var model = api.Compilation.GetSemanticModel(expression.SyntaxTree);
#pragma warning restore RS1030
        if (expression is CollectionExpressionSyntax collection)
            return api.MessageOfMask(model.GetTypeInfo(collection).ConvertedType) is { } message ? One(ReadCollection(collection, message, model.GetOperation(collection), model, 1)) : null;
        return Read(model.GetOperation(expression), 1);
    }

    private MaskValue[]? ReadInvocation(IInvocationOperation invocation, int step)
    {
        var method = invocation.TargetMethod;
        if (api.MessageOfMask(method.ReturnType) is not { } message)
            return null;
        if (SymbolEqualityComparer.Default.Equals(method.ContainingType, api.MaskFactory))
            return invocation.Arguments is [{ Value: IArrayCreationOperation { Initializer: { } elements } }] ? One(Listed(message, elements.ElementValues)) : null;
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, api.Mask))
            return null;
        return method.Name switch
        {
            "Parse" when invocation.Arguments is [{ Value: { } text }] => TextOrigin.Of(text) is { } origin ? One(TextMask.Read(message, origin)) : null,
            "Minimize" => Read(invocation.Instance, step + 1),
            "Union" => Combine(invocation, step, static (one, other) => one.Paths.Concat(other.Paths)),
            "Except" => Combine(invocation, step, static (one, other) => one.Paths.Where(path => !other.Paths.Any(o => o.Text == path.Text))),
            "Intersect" => Combine(invocation, step, static (one, other) => one.Paths.Where(path => other.Paths.Any(o => o.Text == path.Text))),
            _ => null,
        };
    }

    private MaskValue[]? Combine(IInvocationOperation invocation, int step, Func<MaskValue, MaskValue, IEnumerable<MaskPath>> combine) =>
        Read(invocation.Instance, step + 1) is { } left && Read(invocation.Arguments[0].Value, step + 1) is { } right
            ? [.. left.SelectMany(_ => right, (one, other) => new MaskValue(one.Message, [.. combine(one, other)]))]
            : null;

    private MaskValue? Listed(PathNode message, ImmutableArray<IOperation> elements)
    {
        var paths = new List<MaskPath>(elements.Length);
        foreach (var element in elements)
        {
            if (WrittenPath(element) is not { } path)
                return null;
            paths.Add(path);
        }

        return new(message, paths);
    }

    private SyntaxPath? WrittenPath(IOperation? element) => element is not null && ReadPath(element) is { } node ? new(node, node.Path, element.Syntax) : null;

    private MaskValue? ReadCollection(CollectionExpressionSyntax collection, PathNode message, IOperation? operation, SemanticModel model, int step)
    {
        if (!_collections.TryGetValue(collection, out var mask))
            _collections[collection] = mask = ReadElements(collection, message, operation, model, step);
        return mask;
    }

    private MaskValue? ReadElements(CollectionExpressionSyntax collection, PathNode message, IOperation? operation, SemanticModel model, int step)
    {
        while (operation is IConversionOperation conversion && conversion.Operand.Syntax == collection)
            operation = conversion.Operand;
        var paths = new List<MaskPath>(collection.Elements.Count);
        foreach (var element in collection.Elements)
        {
            if (element is ExpressionElementSyntax { Expression: { } written } && WrittenPath(OperationOf(written, operation, model)) is { } path)
                paths.Add(path);
            else if (element is SpreadElementSyntax { Expression: { } mask } && Read(model.GetOperation(mask), step + 1) is [var only])
                paths.AddRange(only.Paths);
            else
                return null;
        }

        return new(message, paths);
    }

    /// <summary>The operation of an element: a child of the collection's, but not for every compiler. To ask for it costs more.</summary>
    private static IOperation? OperationOf(ExpressionSyntax element, IOperation? collection, SemanticModel model)
    {
        if (collection is null)
            return model.GetOperation(element);
        foreach (var child in collection.ChildOperations)
        {
            if (child.Syntax == element)
                return child;
        }

        return model.GetOperation(element);
    }

    private static MaskValue[]? One(MaskValue? mask) => mask is null ? null : [mask];
}
