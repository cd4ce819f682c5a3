using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Incrementality;

/// <summary>What an edit makes the generator do again, and what it does not. That a run without any edit does nothing again is asserted by every test that runs the generator.</summary>
public sealed class CachingTests
{
    private const string Services = "build_property.TheThingsStackServices";

    private static readonly string Reference = """
        {"swagger":"2.0","info":{"title":"Things","version":"1"},"tags":[{"name":"Alpha","description":"About alphas."}],
         "paths":{
          "/a":{"get":{"operationId":"Alpha_Get","summary":"Reads an alpha.","tags":["Alpha"],"responses":{"200":{"schema":{"$ref":"#/definitions/Thing"}}}}},
          "/b":{"get":{"operationId":"Beta_Get","tags":["Beta"],"responses":{"200":{"schema":{"$ref":"#/definitions/Other"}}}}}},
         "definitions":{
          "Thing":{"type":"object","properties":{"name":{"type":"string","description":"What it is called."},"kind":{"$ref":"#/definitions/Kind"}}},
          "Other":{"type":"object","properties":{"name":{"type":"string"}}},
          "Kind":{"type":"string","enum":["KIND_ONE","KIND_TWO"]}}}
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UnrelatedEdit_OfTheUsersCode_RedoesNothing(bool isEmbedded)
    {
        var run = GeneratorRun.Of(isEmbedded ? null : Reference);

        run.Edit("class Program { static void Main() { System.Console.WriteLine(1); } }");

        AssertCached(run, TrackingNames.All);
        Assert.Empty(run.EmittedAnew());
    }

    [Theory]
    [InlineData("\"paths\"", "\n\n\n\"paths\"")]
    [InlineData("\"swagger\":\"2.0\"", "\"swagger\" : \"2.0\" ")]
    [InlineData("{\"swagger\"", "/* a comment */ {\"swagger\"")]
    public void Blanks_InTheReference_EmitNothingAnew(string before, string after)
    {
        var run = GeneratorRun.Of(Reference);

        run.EditReference(Edited(Reference, before, after));

        AssertCached(run, [TrackingNames.Bound, TrackingNames.Faults, TrackingNames.Api, TrackingNames.Services, TrackingNames.Messages, TrackingNames.Enums, TrackingNames.Client]);
        Assert.Empty(run.EmittedAnew());
    }

    [Theory]
    [InlineData("What it is called.", "Its name.", "Messages.T.g.cs")]
    [InlineData("\"KIND_TWO\"", "\"KIND_TWO\",\"KIND_THREE\"", "Enums.g.cs")]
    [InlineData("\"operationId\":\"Beta_Get\"", "\"operationId\":\"Beta_Get\",\"summary\":\"Reads.\"", "Services.B.g.cs")]
    [InlineData("\"title\":\"Things\"", "\"title\":\"Thing\"", "TheThingsStackClient.g.cs")]
    [InlineData("\"name\":{\"type\":\"string\"}", "\"name\":{\"type\":\"boolean\"}", "Messages.O.g.cs")]
    public void Change_OfOneThing_EmitsItsFileAnewAndNoOther(string before, string after, string file)
    {
        var run = GeneratorRun.Of(Reference);

        run.EditReference(Edited(Reference, before, after));

        Assert.Equal([file], run.EmittedAnew());
    }

    [Theory]
    [InlineData("What it is called.", "Its name, which may be long.", "Messages.T.g.cs")]
    [InlineData("Reads an alpha.", "Gets an alpha: \\u00e4, \\n and \\\"more\\\".", "Services.A.g.cs")]
    [InlineData("About alphas.", "", "Services.A.g.cs", "TheThingsStackClient.g.cs")]
    public void Edit_OfASentence_NeitherReadsNorBindsAgain(string before, string after, params string[] files)
    {
        var run = GeneratorRun.Of(Reference);

        run.EditReference(Edited(Reference, before, after));

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.References));
        AssertCached(run, [TrackingNames.Outlines, TrackingNames.Bound, TrackingNames.Faults]);
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Bound));
        Assert.Equal(files, run.EmittedAnew().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Edit_OfASentenceBeforeAFault_MovesTheFaultAndBindsNothing()
    {
        var faulty = Edited(Reference, "\"description\":\"What it is called.\"", "\"description\":\"What it is called.\",\"type\":\"string\"");
        var run = GeneratorRun.Of(faulty);
        var before = Assert.Single(run.Diagnostics).Location.GetLineSpan().StartLinePosition;

        run.EditReference(Edited(faulty, "What it is called.", "What it is called now."));

        Assert.Equal(new(before.Line, before.Character + 4), Assert.Single(run.Diagnostics).Location.GetLineSpan().StartLinePosition);
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Bound));
    }

    [Fact]
    public void Removal_OfAMessage_EmitsNothingAnewButWhatUsedIt()
    {
        var run = GeneratorRun.Of(Reference);
        var before = run.Sources.Length;

        run.EditReference(Edited(Reference, ",\"kind\":{\"$ref\":\"#/definitions/Kind\"}", ""));
        Assert.Equal(["Messages.T.g.cs"], run.EmittedAnew());

        run.EditReference(Edited(Edited(Reference, ",\"kind\":{\"$ref\":\"#/definitions/Kind\"}", ""), "\"Kind\":{\"type\":\"string\",\"enum\":[\"KIND_ONE\",\"KIND_TWO\"]}", "\"Nothing\":{\"type\":\"string\"}"));
        Assert.Empty(run.EmittedAnew());
        Assert.Equal(before - 1, run.Sources.Length);
    }

    [Fact]
    public void OptionOfTheProject_Changed_BindsAgain()
    {
        var run = GeneratorRun.Of(Reference);

        run.ChangeProperties(new Dictionary<string, string> { [Services] = "Alpha" });

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.Options));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.Bound));
        Assert.Equal(["TheThingsStackClient.g.cs", "Services.A.g.cs", "Messages.T.g.cs", "Enums.g.cs"], run.Sources.Select(static s => s.HintName));
    }

    [Fact]
    public void OptionOfTheProject_ThatIsNotTheGenerators_RedoesNothing()
    {
        var run = GeneratorRun.Of(Reference, properties: new Dictionary<string, string> { [Services] = "Alpha" });

        run.ChangeProperties(new Dictionary<string, string> { [Services] = "Alpha", ["build_property.RootNamespace"] = "Other" });

        AssertCached(run, TrackingNames.All);
        Assert.Empty(run.EmittedAnew());
    }

    [Fact]
    public void Faults_ThatMove_AreReportedAnewAndNothingIsEmitted()
    {
        var faulty = Edited(Reference, "\"definitions\":{", "\"definitions\":{\n \"Broken\":{\"type\":\"object\",\"properties\":{\"x\":{\"$ref\":\"#/definitions/Gone\"}}},");
        var run = GeneratorRun.Of(faulty);
        var line = Assert.Single(run.Diagnostics).Location.GetLineSpan().StartLinePosition.Line;

        run.EditReference("\n\n" + faulty);

        Assert.Equal(line + 2, Assert.Single(run.Diagnostics).Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.Faults));
        AssertCached(run, [TrackingNames.Api, TrackingNames.Client, TrackingNames.Services, TrackingNames.Messages, TrackingNames.Enums]);
        Assert.Empty(run.EmittedAnew());
    }

    [Fact]
    public void Faults_ThatAreMended_LeaveTheFilesAsTheyWere()
    {
        var run = GeneratorRun.Of(Reference);

        run.EditReference(Reference[..^3]);
        Assert.Equal("TTS0001", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.Sources);

        run.EditReference(Reference);
        Assert.Empty(run.Diagnostics);
        Assert.Equal(6, run.Sources.Length);
    }

    [Fact]
    public void EmbeddedReference_OfSeveralProjects_IsBoundOnce()
    {
        Assert.Same(Model(GeneratorRun.Of()), Model(GeneratorRun.Of(source: "class Program { static void Main() => System.Console.WriteLine(); }")));

        static ApiModel Model(GeneratorRun run) => (ApiModel)run.Result.TrackedSteps[TrackingNames.Api].Single().Outputs.Single().Value;
    }

    private static string Edited(string reference, string before, string after)
    {
        Assert.Contains(before, reference, StringComparison.Ordinal);
        return reference.Replace(before, after, StringComparison.Ordinal);
    }

    private static void AssertCached(GeneratorRun run, IReadOnlyList<string> steps)
    {
        foreach (var step in steps)
            Assert.All(run.Reasons(step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {reason}"));
    }
}
