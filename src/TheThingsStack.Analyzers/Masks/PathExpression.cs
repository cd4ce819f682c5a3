using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Flow;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>Reads expressions on path builders: <c>d.MacSettings.Rx1Delay</c>, <c>EndDevice.Paths.Name</c>.</summary>
internal static class PathExpression
{
    // Code that does not compile can go round in circles.
    private const int MostSteps = 128;

    /// <summary>The path; null for a root, and for what is not seen.</summary>
    public static PathNode? Read(IOperation operation, ApiSymbols api) => Read(operation, api, 0) is { Parent: not null } path ? path : null;

    private static PathNode? Read(IOperation operation, ApiSymbols api, int step)
    {
        if (step == MostSteps)
            return null;
        if (operation is IConversionOperation conversion)
            return Read(conversion.Operand, api, step + 1);
        if (api.BuilderRoot(operation.Type) is { } root)
            return root;
        return operation switch
        {
            IPropertyReferenceOperation { Instance: { } instance } property => Read(instance, api, step + 1)?.ChildOnBuilder(property.Property.Name),
            ILocalReferenceOperation local when Locals.ValueOf(local) is { } value => Read(value, api, step + 1),
            _ => null,
        };
    }
}
