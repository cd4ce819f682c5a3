using System.Reflection;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Reference;

/// <summary>The client of the reference that comes with the generator, generated and compiled once for all tests of it.</summary>
public sealed class WholeReference
{
    private readonly Lazy<GeneratorRun> _run = new(static () => GeneratorRun.Of());
    private readonly Lazy<GeneratorRun.Emitted> _emitted;
    private readonly Lazy<Assembly> _assembly;

    public WholeReference()
    {
        _emitted = new(() => Run.Emit());
        _assembly = new(() =>
        {
            Assert.Empty(Emitted.Messages);
            return Assembly.Load(Emitted.Assembly);
        });
    }

    internal GeneratorRun Run => _run.Value;

    internal ApiModel Model => (ApiModel)Run.Result.TrackedSteps[TrackingNames.Api].Single().Outputs.Single().Value;

    internal GeneratorRun.Emitted Emitted => _emitted.Value;

    /// <summary>The compiled client.</summary>
    public Assembly Assembly => _assembly.Value;

    /// <summary>The messages that a mask selects from.</summary>
    public IEnumerable<Type> MaskTargets => Assembly.GetExportedTypes()
        .Where(static type => type.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IFieldMaskTarget<>)))
        .OrderBy(static type => type.Name, StringComparer.Ordinal);

    /// <summary>All paths of a mask target, in order.</summary>
    internal static IReadOnlyList<string> Paths(Type target)
    {
        var tree = Tree(target);
        return [.. Enumerable.Range(0, tree.Count).Select(tree.Path)];
    }

    internal static FieldPathTree Tree(Type target)
    {
        var contract = target.GetInterfaceMap(typeof(IFieldMaskTarget<>).MakeGenericType(target));
        return (FieldPathTree)contract.TargetMethods.Single().Invoke(null, null)!;
    }
}

/// <summary>Tests that share the whole reference; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class WholeReferenceCollection : ICollectionFixture<WholeReference>
{
    public const string Name = "Whole reference";
}
