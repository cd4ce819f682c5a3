using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Flow;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>Reads expressions on path builders: <c>d.MacSettings.Rx1Delay</c>, <c>EndDevice.Paths.Name</c>.</summary>
internal static class PathExpression
{
    private const int MostSegments = 64;

    public static PathNode? Read(IOperation operation, ApiSymbols api)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        var names = new Stack<string>();
        PathNode? root = null;
        while (names.Count < MostSegments)
        {
            if (operation is ILocalReferenceOperation local && api.BuilderRoot(local.Type) is null && Locals.ValueOf(local) is { } value)
            {
                operation = value;
            }
            else if (operation is IConversionOperation conversion)
            {
                operation = conversion.Operand;
            }
            else if ((root = api.BuilderRoot(operation.Type)) is not null)
            {
                break;
            }
            else if (operation is IPropertyReferenceOperation { Instance: { } instance } property)
            {
                names.Push(property.Property.Name);
                operation = instance;
            }
            else
            {
                return null;
            }
        }

        while (root is not null && names.Count > 0)
            root = root.ChildOnBuilder(names.Pop());
        return root?.Parent is null ? null : root;
    }
}
