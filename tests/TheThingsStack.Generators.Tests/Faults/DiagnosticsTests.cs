using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Faults;

/// <summary>Every diagnostic of the generator: what raises it, where it stands, what it says. Lines and columns from 1, as they are printed.</summary>
public sealed class DiagnosticsTests
{
    private const string Head = "{\"swagger\":\"2.0\",\"paths\":{\"/a\":{\"get\":{\"operationId\":\"Things_Get\",\"tags\":[\"Things\"]}}";

    [Theory]
    [InlineData("{\"swagger\":\"2.0\",\n\"paths\":{]}", "TTS0001", DiagnosticSeverity.Error, 2, 10, "The reference is not valid JSON: ']' is an invalid start of a property name. Expected a '\"'")]
    [InlineData("", "TTS0001", DiagnosticSeverity.Error, 1, 1, "The reference is not valid JSON: The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true")]
    [InlineData("{\"swagger\":\"1.2\"}", "TTS0002", DiagnosticSeverity.Error, 1, 1, "The reference is neither Swagger 2.0 nor OpenAPI 3: found '1.2'")]
    [InlineData("\n  {}", "TTS0002", DiagnosticSeverity.Error, 2, 3, "The reference is neither Swagger 2.0 nor OpenAPI 3: found 'no version'")]
    public void Error_OfAWholeReference_StandsWhereItIsAndNothingIsGenerated(string reference, string id, DiagnosticSeverity severity, int line, int column, string message)
    {
        var run = GeneratorRun.Of(reference);

        AssertDiagnostic(run, id, severity, line, column, message);
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData(Head + "},\n\"x\":1,\"x\":2}", "TTS0003", DiagnosticSeverity.Warning, 2, 7, "The key 'x' stands twice in one object; the first counts")]
    [InlineData(Head + "},\n\"definitions\":{\"A\":{\"properties\":{\"b\":{\"$ref\":\"#/definitions/B\"}}}}}", "TTS0004", DiagnosticSeverity.Warning, 2, 39, "The reference '#/definitions/B' leads nowhere; what needs it takes any JSON")]
    [InlineData(Head + ",\n\"/ä\":{\"put\":[]}}}", "TTS0005", DiagnosticSeverity.Warning, 2, 13, "The reference is malformed here: an operation is an object; this part is left out")]
    [InlineData(Head + ",\n\"/b\":{\"post\":{\"parameters\":[{\"name\":\"f\",\"in\":\"formData\"}]}}}}", "TTS0006", DiagnosticSeverity.Info, 2, 29, "Not supported: POST /b: form data")]
    [InlineData(Head + ",\n\"/b\":{\"get\":{\"operationId\":\"Things_Get\",\"tags\":[\"Things\"]}}}}", "TTS0007", DiagnosticSeverity.Info, 2, 7, "The operationId 'Things_Get' stands twice; this operation is named after its route")]
    public void Fault_OfAPart_StandsWhereItIsAndTheRestIsGenerated(string reference, string id, DiagnosticSeverity severity, int line, int column, string message)
    {
        var run = GeneratorRun.Of(reference);

        AssertDiagnostic(run, id, severity, line, column, message);
        Assert.Contains("Task GetAsync(", run.Source("Services.T.g.cs"), StringComparison.Ordinal);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Service_ThatIsNotThere_IsAnErrorWithoutAPlaceThatNamesTheNearest()
    {
        var run = GeneratorRun.Of(properties: new Dictionary<string, string> { ["build_property.TheThingsStackServices"] = "Events|GatewayRegstry" });

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("TTS0008", DiagnosticSeverity.Error, Location.None), (diagnostic.Id, diagnostic.Severity, diagnostic.Location));
        Assert.Equal("TheThingsStackServices names 'GatewayRegstry' (did you mean 'GatewayRegistry'?), which the reference does not have", diagnostic.GetMessage());
        Assert.Equal(["Services.E.g.cs"], run.Sources.Select(static s => s.HintName).Where(static n => n.StartsWith("Services.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Events|GatewayRegistry")]
    [InlineData("Events,GatewayRegistry")]
    [InlineData(" events  gatewayregistry ")]
    [InlineData("EVENTS;\r\n\tGatewayRegistry|;events")]
    public void Services_OfTheProject_AreTheOnesGenerated(string services)
    {
        var run = GeneratorRun.Of(properties: new Dictionary<string, string> { ["build_property.TheThingsStackServices"] = services });

        Assert.Empty(run.Diagnostics);
        Assert.Equal(["Services.E.g.cs", "Services.G.g.cs"], run.Sources.Select(static s => s.HintName).Where(static n => n.StartsWith("Services.", StringComparison.Ordinal)));
        Assert.DoesNotContain(run.Sources, static s => s.HintName.StartsWith("ApplicationWebhook", StringComparison.Ordinal));
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Operation_NewerThanTheRules_IsAMessageAtTheOperation()
    {
        var reference = Spec.Swagger("{\"/events\":{\"post\":" + Spec.Operation("Events_Stream", "Events") + "},\n\"/new\":{ \"get\":" + Spec.Operation("Events_Newer", "Events") + "}}");

        var run = GeneratorRun.Of(reference);

        AssertDiagnostic(run, "TTS0009", DiagnosticSeverity.Info, 2, 10, "'Events/Newer' is newer than the rules that come with this package: what its masks may name is not checked");
        Assert.Contains("NewerAsync(", run.Source("Services.E.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void References_OfOneProject_AreOneOnly()
    {
        var run = GeneratorRun.Of(Head + "}}", secondReference: Head + "}}");

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("TTS0010", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal("A project has one TheThingsStackSpec; '/specs/second.json' is a second one", diagnostic.GetMessage());
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Project_WithoutTheRuntimeLibrary_IsOneErrorInsteadOfThousands()
    {
        var run = GeneratorRun.Of(hasRuntime: false);

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("TTS0011", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal("The project does not refer to the runtime library TheThingsStack; it comes with the package for .NET 8 and later", diagnostic.GetMessage());
        Assert.Empty(run.Sources);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Project_OfAnOlderLanguage_IsOneErrorInsteadOfThousands()
    {
        var run = GeneratorRun.Of(language: LanguageVersion.CSharp11);

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("TTS0012", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal("The generated client needs C# 12: set LangVersion to 12 or later, with an SDK from 8.0.100 on", diagnostic.GetMessage());
        Assert.Empty(run.Sources);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void EveryDiagnostic_IsListedForItsRelease()
    {
        var descriptors = typeof(Diagnostics).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static f => (DiagnosticDescriptor)f.GetValue(null)!).ToList();
        var listed = File.ReadAllLines(Repository.File("src/TheThingsStack.Generators/AnalyzerReleases.Unshipped.md")).Where(static l => l.StartsWith("TTS", StringComparison.Ordinal));

        Assert.Equal(listed, descriptors.Select(static d => $"{d.Id} | {d.Category} | {d.DefaultSeverity} | {d.Title}"));
        Assert.Equal(Enum.GetValues<Model.FaultKind>().Length, descriptors.Count);
        Assert.Equal(Enumerable.Range(1, descriptors.Count).Select(static i => $"TTS{i:0000}"), descriptors.Select(static d => d.Id));
    }

    private static void AssertDiagnostic(GeneratorRun run, string id, DiagnosticSeverity severity, int line, int column, string message)
    {
        var diagnostic = Assert.Single(run.Diagnostics);
        var place = diagnostic.Location.GetLineSpan();
        Assert.Equal((id, severity, "/specs/api.json", line, column), (diagnostic.Id, diagnostic.Severity, place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1));
        Assert.Equal(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
