using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Faults;

/// <summary>A client is generated once: not where a library that the project refers to has it.</summary>
public sealed class SecondClientTests
{
    private const string Spec = "{\"swagger\":\"2.0\",\"paths\":{\"/a\":{\"get\":{\"operationId\":\"Things_Get\",\"tags\":[\"Things\"]}}}}";
    private const string PublicClient = "namespace TheThingsStack.V3; public sealed class TheThingsStackClient;";

    [Fact]
    public void Client_OfAReferencedLibrary_IsTheOnlyOne()
    {
        var run = GeneratorRun.Of(library: Library(PublicClient));

        Assert.Empty(run.Sources);
        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void Client_OfAReferencedLibrary_IsTheOnlyOneForAnOlderLanguageToo() =>
        Assert.Empty(GeneratorRun.Of(library: Library(PublicClient), language: LanguageVersion.CSharp11).Diagnostics);

    [Fact]
    public void Settings_WithTheClientOfALibrary_AreSaidToHaveNoEffect()
    {
        var services = GeneratorRun.Of(library: Library(PublicClient), properties: new Dictionary<string, string> { ["build_property.TheThingsStackServices"] = "Events" });
        var reference = GeneratorRun.Of(Spec, library: Library(PublicClient));

        foreach (var run in (GeneratorRun[])[services, reference])
        {
            var diagnostic = Assert.Single(run.Diagnostics);
            Assert.Equal(("TTS0014", DiagnosticSeverity.Info), (diagnostic.Id, diagnostic.Severity));
            Assert.Equal("The client comes from 'Library', which this project refers to: TheThingsStackSpec and TheThingsStackServices have no effect here", diagnostic.GetMessage());
            Assert.Empty(run.Sources);
        }
    }

    [Theory]
    [InlineData("namespace TheThingsStack.V3; internal sealed class TheThingsStackClient;")]
    [InlineData("namespace Other; public sealed class TheThingsStackClient;")]
    public void Library_WhoseClientCannotBeUsed_HasNone(string library) =>
        Assert.NotEmpty(GeneratorRun.Of(Spec, library: Library(library)).Sources);

    [Fact]
    public void Library_ThatIsReferredToByAnAliasOnly_IsOutOfSight()
    {
        var run = GeneratorRun.Of(Spec, library: Library(PublicClient).WithAliases(["other"]));

        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Client_ThatIsNotWanted_IsNotGenerated()
    {
        var run = GeneratorRun.Of(Spec, properties: new Dictionary<string, string> { ["build_property.TheThingsStackGenerateClient"] = "False" });

        Assert.Empty(run.Sources);
        Assert.Empty(run.Diagnostics);
    }

    private static PortableExecutableReference Library(string source)
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText(source)], Framework.References(), new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
