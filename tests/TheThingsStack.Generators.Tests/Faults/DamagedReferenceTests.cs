using TheThingsStack.Generators.Emitting;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Cases;
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

            var result = Bind(prefix);

            Assert.Null(result.Value);
            Assert.Contains(result.Faults, static f => f.Kind == FaultKind.NotJson);
        }
    }

    [Fact]
    public void Binding_Cancelled_PassesOn() => Assert.Throws<OperationCanceledException>(
        static () => ReferenceBinding.Bind(new([new ReferenceText("/specs/api.json", new Case("masks").Reference)]), new(default), new(HasLanguage: true, HasRuntime: true), new CancellationToken(true)));

    [Fact]
    public void Mutations_OfReferences_AreFaultsOrClients()
    {
        var clients = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            var reference = Mutated(seed);

            var result = Bind(reference);

            Assert.False(result.Faults.Any(static f => f.Kind == FaultKind.Internal), $"{seed}: {result.Faults.FirstOrDefault(static f => f.Kind == FaultKind.Internal)}\n{reference}");
            if (result.Value is { } model)
            {
                AssertIsWhole(model);
                EmitAll(model);
                clients++;
            }
            else
            {
                Assert.NotEmpty(result.Faults);
            }
        }

        output.WriteLine($"{clients} of 2,000 damaged references still give a client");
    }

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

    private static string Mutated(int seed)
    {
        var mutation = new Mutation(seed);
        var reference = new Case(Cases[seed % Cases.Length]).Reference;
        return seed % 3 == 0 ? mutation.OfText(reference) : mutation.OfStructure(reference);
    }

    private static Result<ApiModel> Bind(string reference) =>
        ReferenceBinding.Bind(new([new ReferenceText("/specs/api.json", reference)]), new(default), new(HasLanguage: true, HasRuntime: true), CancellationToken.None);

    /// <summary>What a file refers to is in another one.</summary>
    private static void AssertIsWhole(ApiModel model)
    {
        var names = model.Messages.Select(static m => m.Name).Concat(model.Enums.Select(static e => e.Name)).ToHashSet();
        var used = model.Messages.SelectMany(static m => m.Fields).Select(static f => f.Type)
            .Concat(model.Services.SelectMany(static s => s.Methods).SelectMany(static m => m.Parameters.Select(static p => p.Type).Append(m.Response).OfType<TypeModel>()));
        foreach (var type in used.SelectMany(static t => Within(t)).Where(static t => t.Kind is TypeKind.Message or TypeKind.Enum or TypeKind.Mask))
            Assert.Contains(type.Name!, names);

        static IEnumerable<TypeModel> Within(TypeModel type) => type.Element is { } element ? Within(element).Prepend(type) : [type];
    }

    private static void EmitAll(ApiModel model)
    {
        ClientEmitter.Emit(model.Client);
        foreach (var service in model.Services)
            ServiceEmitter.Emit(service);
        foreach (var message in model.Messages)
            MessageEmitter.Emit(message);
        foreach (var enumeration in model.Enums)
            EnumEmitter.Emit(enumeration);
        foreach (var paths in model.Paths)
            PathsEmitter.Emit(paths);
    }
}
