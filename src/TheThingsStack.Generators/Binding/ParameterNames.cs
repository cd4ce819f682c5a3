using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Binding;

/// <summary>
/// Names the parameters of a method. The last segment of the path is the name (<c>end_device_ids.device_id</c> is <c>deviceId</c>);
/// where two are equal the shorter path keeps it, and the other is preceded by the segment that tells them apart (<c>entityDeviceId</c>).
/// </summary>
internal static class ParameterNames
{
    /// <summary>Names that emitted methods use themselves.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "options", "cancellationToken", "cancellation", "call", "json" };

    public static void Assign(RequestDraft draft)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.Ordinal);
        foreach (var parameter in draft.Parameters.OrderBy(static p => p.WireName.Count(static c => c == '.')))
            parameter.Name = Names.Take(taken, Candidates(parameter));
    }

    private static IEnumerable<string> Candidates(DraftParameter parameter)
    {
        if (parameter.WireName.Length == 0)
        {
            var whole = parameter.Type.Name ?? "body";
            yield return whole.EndsWith("Request", StringComparison.Ordinal) ? "request" : Names.Camel(whole);
            yield return "requestBody";
            yield break;
        }

        var leaf = parameter.WireName.Substring(parameter.WireName.LastIndexOf('.') + 1);
        yield return Names.Camel(leaf);
        var segments = parameter.WireName.Split('.');
        for (var i = segments.Length - 2; i >= 0; i--)
        {
            // application_ids.application_id says "application" twice.
            var segment = WithoutIds(segments[i]);
            if (leaf != segment + "_id")
                yield return Names.Camel(segment + "_" + leaf);
        }

        yield return Names.Camel(parameter.WireName);
        if (parameter.Place is { } place)
            yield return Names.Camel(leaf + "_in_" + place);
    }

    private static string WithoutIds(string segment) => segment.EndsWith("_ids", StringComparison.Ordinal) ? segment.Substring(0, segment.Length - "_ids".Length) : segment;
}
