using TheThingsStack.Client.Tests.Reference;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>One set of values that an RPC takes.</summary>
internal static class Chosen
{
    /// <summary>The values of the first combination that fits a binding: as many as go together.</summary>
    public static RequestValues Values(Arguments arguments) => Subsets.Of(RouteRules.Discriminators(arguments))
        .OrderBy(omitted => omitted.Count)
        .Select(omitted => new RequestValues(arguments, omitted))
        .First(values => RouteRules.Choose(arguments, values) is not null);

    public static Operation Operation(Arguments arguments, RequestValues values) => RouteRules.Choose(arguments, values)!;
}
