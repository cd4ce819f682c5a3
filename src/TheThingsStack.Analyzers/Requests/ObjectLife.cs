using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Flow;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>What is seen of a client or a message: how it is created, and what is done with it.</summary>
internal sealed class ObjectLife
{
    private IReadOnlyList<IPropertyReferenceOperation>? _properties;

    private ObjectLife(IReadOnlyList<IOperation> references, IReadOnlyList<IOperation> values)
    {
        References = references;
        Creations = [.. values.Select(Operations.Bare).OfType<IObjectCreationOperation>()];
        IsCreatedHere = values.Count > 0 && Creations.Count == values.Count;
    }

    /// <summary>Every mention of it that does not give it another object, or the one place where it is created and used.</summary>
    public IReadOnlyList<IOperation> References { get; }

    /// <summary>The objects that it can be.</summary>
    public IReadOnlyList<IObjectCreationOperation> Creations { get; }

    /// <summary>Whether it can be nothing else than one of these.</summary>
    public bool IsCreatedHere { get; }

    /// <summary>Whether something is done with it of which the effect is not seen.</summary>
    public bool Escapes => References.Any(static reference => !IsHarmless(reference));

    /// <summary>Every mention of one of its properties, those of object initializers included.</summary>
    public IReadOnlyList<IPropertyReferenceOperation> Properties => _properties ??=
    [
        .. References.Select(static reference => reference.Parent).OfType<IPropertyReferenceOperation>(),
        .. Creations.SelectMany(static creation => creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).Select(Initialized).OfType<IPropertyReferenceOperation>(),
    ];

    /// <summary>The calls of its methods.</summary>
    public IEnumerable<IInvocationOperation> Calls =>
        References.Select(static reference => reference.Parent is IArgumentOperation argument ? argument.Parent : reference.Parent).OfType<IInvocationOperation>();

    /// <summary>The life of an object; null where it is neither a variable, nor created in place.</summary>
    /// <param name="operation">A mention of it.</param>
    /// <param name="usesOfField">Every use of a private field; null for a field that others may use.</param>
    public static ObjectLife? Of(IOperation operation, Func<IFieldSymbol, IReadOnlyList<IFieldReferenceOperation>?> usesOfField)
    {
        switch (Operations.Bare(operation))
        {
            case IObjectCreationOperation creation:
                return new([creation], [creation]);
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } reference:
                return OfLocal(reference, local);
            case IParameterReferenceOperation reference:
                return OfParameter(reference, reference.Parameter);
            case IFieldReferenceOperation reference when usesOfField(reference.Field) is { } uses:
                return OfField(reference.Field, uses);
            default:
                return null;
        }
    }

    /// <summary>The life of what a method or a lambda is given, within it.</summary>
    public static ObjectLife OfParameter(IOperation place, IParameterSymbol parameter) => new(Body.Of(place).UsesOf(parameter), []);

    /// <summary>The one value that a property is ever given; null where it is given none or several.</summary>
    public IOperation? ValueOf(string property)
    {
        var values = Properties.Where(reference => reference.Property.Name == property).Select(static reference => reference.Parent)
            .OfType<IAssignmentOperation>().Where(assignment => assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property).ToList();
        return values is [ISimpleAssignmentOperation only] ? only.Value : null;
    }

    public bool IsAssigned(string property) => Properties.Any(reference =>
        reference.Property.Name == property && reference.Parent is IAssignmentOperation assignment && assignment.Target == reference);

    private static ObjectLife OfLocal(ILocalReferenceOperation reference, ILocalSymbol local)
    {
        var references = new List<IOperation>();
        var values = new List<IOperation>();
        var uses = Body.Of(reference).UsesOf(local);
        if (uses.Declarator?.GetVariableInitializer() is { } initializer)
            values.Add(initializer.Value);
        foreach (var use in uses.References)
            Add(use, references, values);

        return new(references, values);
    }

    private static ObjectLife OfField(IFieldSymbol field, IReadOnlyList<IFieldReferenceOperation> uses)
    {
        var references = new List<IOperation>();
        var values = new List<IOperation>();
        foreach (var use in uses)
            Add(use, references, values);
        // The initializer is an operation block of its own, which begins with the field and not with a reference to it.
        if (Initializer(field, uses) is { } value)
            values.Add(value);
        return new(references, values);
    }

    private static IOperation? Initializer(IFieldSymbol field, IReadOnlyList<IFieldReferenceOperation> uses) =>
        uses.Count > 0 ? Operations.InitializerOf(field, uses[0].SemanticModel!) : null;

    private static void Add(IOperation use, List<IOperation> references, List<IOperation> values)
    {
        if (use.Parent is IAssignmentOperation assignment && assignment.Target == use)
            values.Add(assignment.Value);
        else
            references.Add(use);
    }

    private static IPropertyReferenceOperation? Initialized(IOperation initializer) => initializer switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } => target,
        IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member } => member,
        _ => null,
    };

    private static bool IsHarmless(IOperation reference) => reference.Parent switch
    {
        IPropertyReferenceOperation property => property.Instance == reference,
        IInvocationOperation call => call.Instance == reference && IsFramework(call.TargetMethod),
        IArgumentOperation { Parent: IInvocationOperation call } => IsFramework(call.TargetMethod),
        IUsingOperation or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation } when reference is IObjectCreationOperation => true,
        IUsingOperation or IExpressionStatementOperation or IIsPatternOperation or IConditionalAccessOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
        IConversionOperation { Parent: IUsingOperation or IIsPatternOperation } => true,
        IAssignmentOperation assignment => assignment.Value == reference && reference is IObjectCreationOperation,
        _ => false,
    };

    private static bool IsFramework(IMethodSymbol method) => method.ContainingNamespace is
        { Name: "Http", ContainingNamespace: { Name: "Net", ContainingNamespace.Name: "System" } }
        or { Name: "Json", ContainingNamespace: { Name: "Http", ContainingNamespace: { Name: "Net", ContainingNamespace.Name: "System" } } };
}
