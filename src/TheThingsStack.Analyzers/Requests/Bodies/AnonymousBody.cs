using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests.Bodies;

/// <summary>Reads the JSON that an anonymous object becomes.</summary>
internal static class AnonymousBody
{
    private const int MostLevels = 32;

    public static JsonPart Read(IOperation operation) => Read(operation, 0);

    private static JsonPart Read(IOperation operation, int level)
    {
        var value = Operations.Resolve(operation);
        var location = value.Syntax.GetLocation();
        if (level > MostLevels)
            return new(JsonKind.Unseen, location);
        if (value.Syntax is CollectionExpressionSyntax collection)
            return ReadCollection(collection, value.SemanticModel!, level);
        return value switch
        {
            IAnonymousObjectCreationOperation anonymous => ReadObject(anonymous, level),
            IArrayCreationOperation { Initializer: { } initializer } => List(location, initializer.ElementValues.Select(element => Read(element, level + 1))),
            IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => new(JsonKind.Array, location),
            // new List<string> { "name" }
            IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: { } items, Type: { Name: "List" or "HashSet", ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } } } =>
                List(location, items.Initializers.Select(item => item is IInvocationOperation { Arguments: [{ Value: { } added }] } ? Read(added, level + 1) : new(JsonKind.Unseen, location))),
            { ConstantValue: { HasValue: true } constant } => ReadConstant(value, constant.Value, location),
            _ => new(JsonKind.Unseen, location),
        };
    }

    private static JsonPart ReadObject(IAnonymousObjectCreationOperation anonymous, int level)
    {
        var part = new JsonPart(JsonKind.Object, anonymous.Syntax.GetLocation());
        foreach (var initializer in anonymous.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (initializer.Target is not IPropertyReferenceOperation { Property: { } property })
                continue;
            var name = initializer.Syntax is AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name: { } written } ? written.GetLocation() : initializer.Syntax.GetLocation();
            part.Members.Add(new(property.Name, name, Read(initializer.Value, level + 1)));
        }

        return part;
    }

    private static JsonPart ReadCollection(CollectionExpressionSyntax collection, SemanticModel model, int level) =>
        List(collection.GetLocation(), collection.Elements.Select(element =>
            element is ExpressionElementSyntax { Expression: { } expression } && model.GetOperation(expression) is { } operation
                ? Read(operation, level + 1)
                : new JsonPart(JsonKind.Unseen, element.GetLocation())));

    private static JsonPart ReadConstant(IOperation operation, object? constant, Location location) => constant switch
    {
        null => new(JsonKind.Null, location),
        string text => new(JsonKind.Text, location) { Text = text, Origin = TextOrigin.Of(operation) },
        true => new(JsonKind.True, location),
        false => new(JsonKind.False, location),
        int number => new(JsonKind.Number, location) { Text = number.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        _ => new(JsonKind.Unseen, location),
    };

    private static JsonPart List(Location location, IEnumerable<JsonPart> items)
    {
        var list = new JsonPart(JsonKind.Array, location);
        list.Items.AddRange(items);
        return list;
    }
}
