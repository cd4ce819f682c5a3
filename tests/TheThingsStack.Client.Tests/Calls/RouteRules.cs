using TheThingsStack.Client.Tests.Reference;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>
/// Which binding a call must take: of those that need nothing that is missing and leave out nothing that is given, the one with most
/// values in its route; of equals the first in the reference.
/// </summary>
public static class RouteRules
{
    public static Operation? Choose(Arguments arguments, RequestValues values) => arguments.Rpc.Operations
        .Where(o => o.PathNames.All(n => values.RouteText(n) is not null))
        .Where(o => values.Samples.Keys.All(n => Carries(o, n, arguments)))
        .OrderByDescending(o => o.PathNames.Count)
        .FirstOrDefault();

    /// <summary>What may be left out, or makes the difference between bindings: all values of routes, and what not every binding carries.</summary>
    public static IReadOnlyList<string> Discriminators(Arguments arguments) =>
    [
        .. arguments.Rpc.Operations.SelectMany(o => o.PathNames)
            .Concat(arguments.ByWireName.Keys.Where(n => arguments.Rpc.Operations.Any(o => !Carries(o, n, arguments))))
            .Distinct(),
    ];

    public static bool Carries(Operation operation, string wireName, Arguments arguments) =>
        operation.PathNames.Contains(wireName)
        || operation.QueryParameters.Any(q => (string)q["name"]! == wireName)
        || (wireName.Length == 0 && operation.Body is not null)
        || CarriesInBody(operation, wireName, arguments);

    private static bool CarriesInBody(Operation operation, string wireName, Arguments arguments)
    {
        var top = wireName.Split('.')[0];
        if (operation.BodyMembers is not { } members || !members.TryGetPropertyValue(top, out var schema))
            return false;
        var type = arguments.Rpc.TypeOf(top, schema!.AsObject());

        // A route that selects one member of a oneof leaves no room for another one in the body.
        return !operation.PathNames.Any(p => p.StartsWith(top + ".", StringComparison.Ordinal) && Excludes(type, p.Split('.')[1..], wireName.Split('.')[1..]));
    }

    private static bool Excludes(WireType type, string[] left, string[] right)
    {
        if (type.Kind != WireKind.Message || left.Length == 0 || right.Length == 0)
            return false;
        return left[0] == right[0]
            ? Excludes(WireType.OfField(type.Name!, left[0]), left[1..], right[1..])
            : ApiReference.Oneofs(type.Name!).Any(o => o.Members.Contains(left[0]) && o.Members.Contains(right[0]));
    }
}
