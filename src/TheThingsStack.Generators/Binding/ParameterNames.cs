using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Binding;

/// <summary>
/// Names the parameters of a method. The last segment of the path is the name (<c>end_device_ids.device_id</c> is <c>deviceId</c>);
/// where two are equal the shorter path keeps it, and the other is preceded by the segment that tells them apart (<c>entityDeviceId</c>).
/// </summary>
internal static class ParameterNames
{
    /// <summary>Names that emitted methods use themselves.</summary>
    private static readonly string[] Reserved = ["options", "cancellationToken", "cancellation", "call", "json"];

    public static void Assign(RequestDraft draft)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.Ordinal);
        foreach (var parameter in draft.Parameters.OrderBy(static p => Segments(p).Count))
            parameter.Name = Names.Take(taken, [.. Candidates(parameter)]);
    }

    private static IEnumerable<string> Candidates(DraftParameter parameter)
    {
        if (parameter.WireName.Length == 0)
        {
            var whole = parameter.Type.Name ?? "body";
            return [whole.EndsWith("Request", StringComparison.Ordinal) ? "request" : Names.Camel(whole), "requestBody"];
        }

        var segments = Segments(parameter);
        var leaf = segments[segments.Count - 1];
        var candidates = new List<string> { Names.Camel(leaf) };
        for (var i = segments.Count - 2; i >= 0; i--)
        {
            // application_ids.application_id says "application" twice.
            if (leaf != segments[i] + "_id")
                candidates.Add(Names.Camel(segments[i] + "_" + leaf));
        }

        candidates.Add(Names.Camel(parameter.WireName));
        if (parameter.Place is { } place)
            candidates.Add(Names.Camel(leaf + "_in_" + place));
        return candidates;
    }

    private static List<string> Segments(DraftParameter parameter)
    {
        var segments = parameter.WireName.Split('.').ToList();
        for (var i = 0; i < segments.Count - 1; i++)
        {
            if (segments[i].EndsWith("_ids", StringComparison.Ordinal))
                segments[i] = segments[i].Substring(0, segments[i].Length - "_ids".Length);
        }

        return segments;
    }
}
