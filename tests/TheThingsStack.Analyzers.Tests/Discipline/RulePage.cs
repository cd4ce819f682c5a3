using System.Text.RegularExpressions;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Discipline;

/// <summary>The page of a rule, taken apart: its title, its sections, and the C# in them.</summary>
internal sealed partial record RulePage(string Title, IReadOnlyDictionary<string, string> Sections)
{
    public static readonly string[] Required = ["Cause", "Why", "How to fix", "When to suppress", "Wrong", "Right"];

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Repository.File($"{RuleCatalog.Folder}/docs"), "*.md").Select(static file => Path.GetFileNameWithoutExtension(file));

    public static RulePage Read(string file)
    {
        var parts = Heading().Split(File.ReadAllText(file).ReplaceLineEndings("\n"));
        return new(parts[0].Split('\n')[0], parts.Skip(1).ToDictionary(static part => part.Split('\n')[0].Trim(), static part => part));
    }

    /// <summary>The C# of a section, without what it is fenced in.</summary>
    public IEnumerable<string> Code(string section) => Fence().Matches(Sections[section]).Select(static match => match.Groups["code"].Value);

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
