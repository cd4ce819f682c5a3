using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>The operations of one body by their kind: found in one walk, which all rules share.</summary>
internal sealed class Body
{
    private static readonly ConditionalWeakTable<IOperation, Body> Known = new();
    private static readonly ConditionalWeakTable<IOperation, Body>.CreateValueCallback Create = static root => new(root);

    private readonly Dictionary<ILocalSymbol, LocalUses> _locals = new(SymbolEqualityComparer.Default);
    private readonly List<IParameterReferenceOperation> _parameters = [];

    private Body(IOperation root)
    {
        Root = root;
        foreach (var operation in root.DescendantsAndSelf())
            Add(operation);
    }

    /// <summary>The operation that is part of no other.</summary>
    public IOperation Root { get; }

    public List<IInvocationOperation> Invocations { get; } = [];

    public List<IObjectCreationOperation> Creations { get; } = [];

    public List<ISimpleAssignmentOperation> Assignments { get; } = [];

    public List<IObjectOrCollectionInitializerOperation> Initializers { get; } = [];

    public List<IFieldReferenceOperation> Fields { get; } = [];

    /// <summary>Literals that are texts, the pieces of interpolated strings among them.</summary>
    public List<IOperation> Literals { get; } = [];

    /// <summary>Additions and interpolated strings.</summary>
    public List<IOperation> Compositions { get; } = [];

    /// <summary>Collection expressions, which compilers have different operations for.</summary>
    public List<IOperation> Collections { get; } = [];

    public List<IForEachLoopOperation> Loops { get; } = [];

    /// <summary>What awaits something, and what takes an item of something.</summary>
    public List<IOperation> Results { get; } = [];

    /// <summary>Whether there are labels, by which the code may go back.</summary>
    public bool HasLabels { get; private set; }

    public IReadOnlyDictionary<ILocalSymbol, LocalUses> Locals => _locals;

    /// <summary>The body that an operation is part of.</summary>
    public static Body Of(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return Known.GetValue(operation, Create);
    }

    /// <summary>The bodies that blocks belong to: the two of a constructor with an initializer are one.</summary>
    public static IEnumerable<Body> In(ImmutableArray<IOperation> blocks) => blocks.Length == 1 ? [Of(blocks[0])] : blocks.Select(Of).Distinct();

    public LocalUses UsesOf(ILocalSymbol local) => _locals.TryGetValue(local, out var uses) ? uses : LocalUses.None;

    /// <summary>Where a parameter is used. Few rules ask for that: it is looked for when one does.</summary>
    public IReadOnlyList<IParameterReferenceOperation> UsesOf(IParameterSymbol parameter) =>
        _parameters.FindAll(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter));

    private void Add(IOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.LocalReference:
                var reference = (ILocalReferenceOperation)operation;
                Uses(reference.Local).References.Add(reference);
                break;
            case OperationKind.VariableDeclarator:
                var declarator = (IVariableDeclaratorOperation)operation;
                Uses(declarator.Symbol).Declarator = declarator;
                break;
            case OperationKind.ParameterReference:
                _parameters.Add((IParameterReferenceOperation)operation);
                break;
            case OperationKind.FieldReference:
                Fields.Add((IFieldReferenceOperation)operation);
                break;
            case OperationKind.Invocation:
                Invocations.Add((IInvocationOperation)operation);
                break;
            case OperationKind.ObjectCreation:
                Creations.Add((IObjectCreationOperation)operation);
                break;
            case OperationKind.SimpleAssignment:
                Assignments.Add((ISimpleAssignmentOperation)operation);
                break;
            case OperationKind.ObjectOrCollectionInitializer:
                Initializers.Add((IObjectOrCollectionInitializerOperation)operation);
                break;
            case OperationKind.Literal when operation.Type?.SpecialType == SpecialType.System_String:
            case OperationKind.Utf8String:
                Literals.Add(operation);
                break;
            case OperationKind.Binary when ((IBinaryOperation)operation).OperatorKind == BinaryOperatorKind.Add:
            case OperationKind.InterpolatedString:
                Compositions.Add(operation);
                break;
            case OperationKind.Loop when operation is IForEachLoopOperation loop:
                Loops.Add(loop);
                break;
            case OperationKind.Await:
            case OperationKind.PropertyReference when ((IPropertyReferenceOperation)operation).Property.IsIndexer:
                Results.Add(operation);
                break;
            case OperationKind.Labeled:
                HasLabels = true;
                break;
            case not OperationKind.Conversion when operation is { IsImplicit: false, Syntax: CollectionExpressionSyntax }:
                Collections.Add(operation);
                break;
        }
    }

    private LocalUses Uses(ILocalSymbol local)
    {
        if (!_locals.TryGetValue(local, out var uses))
            _locals.Add(local, uses = new());
        return uses;
    }
}

/// <summary>Where a local stands in a body.</summary>
internal sealed class LocalUses
{
    public static readonly LocalUses None = new();

    /// <summary>Its declaration; null where that is a pattern or an argument, for example.</summary>
    public IVariableDeclaratorOperation? Declarator { get; set; }

    public List<ILocalReferenceOperation> References { get; } = [];
}
