using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Cases;
using TheThingsStack.Generators.Tests.Fuzzing;
using TheThingsStack.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace TheThingsStack.Generators.Tests.Faults;

/// <summary>Whatever stands in a reference, nothing is thrown, and what is generated compiles.</summary>
public sealed class DamagedReferenceTests(ITestOutputHelper output)
{
    private static readonly string[] Cases = ["unsupported", "masks", "body-copies", "rest", "wrappers-and-oneofs", "enums", "collections", "combinations"];

    [Theory]
    [InlineData("unsupported")]
    [InlineData("wrappers-and-oneofs")]
    public void Prefixes_OfAReference_AreFaultsAtTheirEnd(string name)
    {
        var reference = new Case(name).Reference.TrimEnd();
        for (var i = 0; i < 400; i++)
        {
            var prefix = reference[..(int)((long)reference.Length * i / 400)];

            var result = Emitted.Bind(prefix);

            Assert.Null(result.Value);
            Assert.Contains(result.Faults, static f => f.Kind == FaultKind.NotJson);
        }
    }

    [Fact]
    public void Binding_Cancelled_PassesOn() => Assert.Throws<OperationCanceledException>(
        static () => Emitted.Bind(new Case("masks").Reference, new CancellationToken(true)));

    [Fact]
    public void Clients_OfDamagedReferences_Compile()
    {
        var compiled = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var reference = new Mutation(seed).OfStructure(new Case(Cases[seed % Cases.Length]).Reference);

            var run = GeneratorRun.Of(reference);

            Assert.True(run.CompilerMessages().Count == 0, $"{seed}: {run.CompilerMessages().FirstOrDefault()}\n{reference}");
            compiled += run.Sources.Length > 0 ? 1 : 0;
        }

        output.WriteLine($"{compiled} of 150 damaged references give a client, and it compiles");
    }
}
