using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Corpus;

/// <summary>The programs of the corpus, by their path below its folder.</summary>
internal static class CorpusProgram
{
    private const string Correct = "Correct/";
    private const string Wrong = "Wrong/";

    private static readonly string Folder = Repository.File("tests/TheThingsStack.Analyzers.Tests/Corpus");

    public static IEnumerable<string> Names { get; } = [.. In(Correct), .. In(Wrong)];

    public static bool IsCorrect(string name) => name.StartsWith(Correct, StringComparison.Ordinal);

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");

    private static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.cs", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
