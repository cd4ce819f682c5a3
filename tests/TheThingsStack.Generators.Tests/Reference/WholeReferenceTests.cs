using System.Text;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace TheThingsStack.Generators.Tests.Reference;

[Collection(WholeReferenceCollection.Name)]
public sealed class WholeReferenceTests(WholeReference reference, ITestOutputHelper output)
{
    [Fact]
    public void Client_ForNet10_CompilesWithoutAMessage()
    {
        output.WriteLine($"{reference.Run.Sources.Length} files, {reference.Run.Sources.Sum(static s => (long)s.SourceText.Length):N0} characters, {reference.Emitted.Assembly.Length:N0} bytes compiled");

        Assert.Empty(reference.Run.Diagnostics);
        Assert.Empty(reference.Emitted.Messages);
    }

    [Fact]
    public void Client_ForNet8_CompilesWithoutAMessage()
    {
        var forNet8 = reference.Run.Output.WithReferences(Framework.References(net8: true));

        Assert.Empty(reference.Run.Emit(forNet8).Messages);
    }

    [Fact]
    public void Client_WithWarningsAboutNulls_CompilesWithoutAMessage()
    {
        const string Disabled = "#nullable disable warnings";
        var warned = reference.Run.Output;
        foreach (var tree in reference.Run.Sources.Select(static s => s.SyntaxTree).Where(static t => t.ToString().Contains(Disabled, StringComparison.Ordinal)))
            warned = warned.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(tree.ToString().Replace(Disabled, "#nullable enable warnings", StringComparison.Ordinal), Encoding.UTF8)));

        Assert.True(warned.SyntaxTrees.Except(reference.Run.Output.SyntaxTrees).Count() > 20);
        Assert.Empty(reference.Run.Emit(warned).Messages);
    }

    [Fact]
    public void Client_HasEveryOperationMessageAndEnumeration()
    {
        var model = reference.Model;
        var methods = model.Services.SelectMany(static s => s.Methods).ToList();
        var targets = reference.MaskTargets.ToList();
        var paths = targets.Sum(static t => WholeReference.Tree(t).Count);
        output.WriteLine($"""
            {model.Services.Count} services
            {methods.Count} RPCs, {methods.Sum(static m => m.Bindings.Count)} bindings, {methods.Count(static m => m.Streams)} streams, {methods.Count(static m => m.PagingMethod is not null)} lists in pages, {methods.Count(static m => m.Mask is not null)} with a mask
            {model.Messages.Count} messages with {model.Messages.Sum(static m => m.Fields.Count)} fields, {model.Messages.Sum(static m => m.Oneofs.Count)} oneofs
            {model.Enums.Count} enumerations with {model.Enums.Sum(static e => e.Values.Count)} values
            {targets.Count} mask targets with {paths} paths, by {model.Paths.Count} path builders
            """);

        Assert.Equal(57, model.Services.Count);
        Assert.Equal(253, methods.Count);
        Assert.Equal(322, methods.Sum(static m => m.Bindings.Count));
        Assert.Equal(322, methods.SelectMany(static m => m.Bindings).Select(static b => (b.HttpMethod, b.Route)).Distinct().Count());
        Assert.Equal(5, methods.Count(static m => m.Streams));
        Assert.Equal(404, model.Messages.Count);
        Assert.Equal(25, model.Messages.Sum(static m => m.Oneofs.Count));
        Assert.Equal(50, model.Enums.Count);
        Assert.Equal(425, model.Enums.Sum(static e => e.Values.Count));

        // One more RPC takes a mask, within the message that is its body.
        Assert.Equal(76, methods.Count(static m => m.Mask is not null));
        Assert.Equal(25, targets.Count);
        Assert.Equal(1525, paths);
    }

    [Fact]
    public void Names_AreNeverNumbered()
    {
        var model = reference.Model;
        var names = model.Services.SelectMany(static s => s.Methods).Select(static m => m.Name).Concat(model.Messages.Select(static m => m.Name)).Concat(model.Enums.Select(static e => e.Name)).ToList();

        Assert.DoesNotContain(names, static n => char.IsDigit(n[^1]) || n.EndsWith('_') || n.EndsWith("Body", StringComparison.Ordinal));
        Assert.Single(names, static n => n == "EndDevice");
    }

    // What the two tests above rely on: the compiler misses no documentation.
    [Fact]
    public void Compiler_OfUndocumentedCode_SaysSo() =>
        Assert.Equal("CS1591", Assert.Single(GeneratorRun.Of(hasRuntime: false, source: "public class Program { static void Main() { } }").Emit().Messages).Id);

    [Fact]
    public void Files_AreNeitherHugeNorThousands()
    {
        Assert.InRange(reference.Run.Sources.Length, 20, 100);
        Assert.All(reference.Run.Sources, static s => Assert.InRange(s.SourceText.Lines.Count, 10, 6000));
    }
}
