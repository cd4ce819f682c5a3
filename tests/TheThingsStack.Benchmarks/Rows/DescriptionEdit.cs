using Microsoft.CodeAnalysis;
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>An edit of one description in the reference.</summary>
internal sealed class DescriptionEdit : Benchmark
{
    public override IEnumerable<Row> Run(Settings settings)
    {
        var compilation = UserProject.Compile(1);
        var edits = 0;
        AdditionalText current = new UserProject.ReferenceFile(Reference.Text);
        var driver = UserProject.Driver(current).RunGenerators(compilation);

        double Edit()
        {
            var edited = new UserProject.ReferenceFile(Edited(edits++));
            driver = driver.ReplaceAdditionalText(current, edited);
            current = edited;
            return Rounds.Time(() => driver = driver.RunGenerators(compilation));
        }

        double Cold() => Rounds.Time(() => UserProject.Driver(new UserProject.ReferenceFile(Reference.Text)).RunGenerators(compilation));

        var before = Sources(driver);
        Edit();
        var anew = Sources(driver).Count(source => !before.Contains(source));
        var times = Rounds.Fastest(settings.Rounds(40), Edit, Cold);
        yield return Row.AtMost("an edit of one description in the reference, against cold generation", 1 / 3d, times[0] / times[1], "×",
            $"{Row.Number(times[0], "ms")}; cold {Row.Number(times[1], "ms")}");
        yield return Row.AtMost("files emitted anew by it", 1, anew, "", "");
    }

    private static string Edited(int edit)
    {
        const string Key = "\"description\": \"";
        var at = Reference.Text.IndexOf(Key, Reference.Text.IndexOf("MACSettings\": {", StringComparison.Ordinal), StringComparison.Ordinal) + Key.Length;
        return Reference.Text.Insert(at, $"Edit {edit}. ");
    }

    private static HashSet<object> Sources(GeneratorDriver driver) =>
        [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(static source => source.SourceText)];
}
