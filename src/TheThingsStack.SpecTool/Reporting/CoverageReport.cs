namespace TheThingsStack.SpecTool.Reporting;

/// <summary>Prints where rules and reference do not meet.</summary>
internal static class CoverageReport
{
    public static void Write(TextWriter output, Coverage coverage)
    {
        Section(output, "In the reference, but not in the rules", coverage.WithoutRule);
        Section(output, "In the rules, but not in the reference", coverage.WithoutReference);
    }

    private static void Section(TextWriter output, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
            output.WriteLine($"{title} ({lines.Count}):");
        foreach (var line in lines)
            output.WriteLine("  " + line);
    }
}
