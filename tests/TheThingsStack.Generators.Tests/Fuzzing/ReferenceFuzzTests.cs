using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Cases;
using TheThingsStack.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace TheThingsStack.Generators.Tests.Fuzzing;

/// <summary>
/// Damaged references, each made by a number: reader, binder and emitters end in faults or in a client whose code has no error of syntax.
/// <c>FUZZ_COUNT</c> and <c>FUZZ_SEED</c> ask for more of them, or for others; a failure names the one that shows it.
/// </summary>
public sealed class ReferenceFuzzTests(ITestOutputHelper output)
{
    private const int ParsedEach = 7;

    private static readonly string[] Seeds =
        [.. Case.Names.Select(static name => new Case(name).Reference), .. Directory.GetFiles(Repository.File("tests/TheThingsStack.Generators.Tests/Fuzzing/Seeds"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    [Fact]
    public void Mutations_OfReferences_AreFaultsOrClients()
    {
        var (first, count) = (Number("FUZZ_SEED", 0), Number("FUZZ_COUNT", 1000));
        var (clients, parsed, slowest, slow) = (0, 0, TimeSpan.Zero, 0);
        for (var seed = first; seed < first + count; seed++)
        {
            var clock = Stopwatch.StartNew();
            var reference = Mutated(seed);
            if (Check(seed, reference) is { } model)
            {
                clients++;
                var files = Emit(seed, model, reference);
                if (seed % ParsedEach == 0)
                    parsed += Parse(seed, files, reference);
            }

            if (clock.Elapsed > slowest)
                (slowest, slow) = (clock.Elapsed, seed);
        }

        output.WriteLine($"{count} damaged references from number {first}, of {Seeds.Length} seeds: {clients} still give a client; {parsed} files parsed; the slowest is {slow}, {slowest.TotalMilliseconds:F0} ms");
        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string Mutated(int seed)
    {
        var mutation = new Mutation(seed);
        var reference = Seeds[seed % Seeds.Length];
        return seed % 5 == 0 ? mutation.OfText(reference) : mutation.OfStructure(reference);
    }

    private static ApiModel? Check(int seed, string reference)
    {
        var result = Emitted.Bind(reference);
        Assert.False(result.Faults.Any(static f => f.Kind == FaultKind.Internal), $"{seed}: {result.Faults.FirstOrDefault(static f => f.Kind == FaultKind.Internal)}\n{reference}");
        if (result.Value is null)
            Assert.NotEmpty(result.Faults);
        else
            AssertIsWhole(result.Value, seed);
        Outlines.AssertSayTheSame(reference);
        return result.Value;
    }

    private static List<string> Emit(int seed, ApiModel model, string reference)
    {
        try
        {
            return [.. Emitted.Files(model)];
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{seed}: {e.GetType().Name} on {reference}", e);
        }
    }

    private static int Parse(int seed, List<string> files, string reference)
    {
        foreach (var file in files)
        {
            var wrong = CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.CSharp12)).GetDiagnostics().ToList();
            Assert.True(wrong.Count == 0, $"{seed}: {wrong.FirstOrDefault()}\n{file}\n{reference}");
        }

        return files.Count;
    }

    /// <summary>What a file refers to is in another one, and no two have one name.</summary>
    private static void AssertIsWhole(ApiModel model, int seed)
    {
        var names = model.Messages.Select(static m => m.Name).Concat(model.Enums.Select(static e => e.Name)).ToList();
        Assert.True(names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count, $"{seed}: a name stands twice");
        var known = names.ToHashSet();
        var used = model.Messages.SelectMany(static m => m.Fields).Select(static f => f.Type)
            .Concat(model.Services.SelectMany(static s => s.Methods).SelectMany(static m => m.Parameters.Select(static p => p.Type).Append(m.Response).OfType<TypeModel>()));
        foreach (var type in used.SelectMany(static t => Within(t)).Where(static t => t.Kind is TypeKind.Message or TypeKind.Enum or TypeKind.Mask))
            Assert.True(known.Contains(type.Name!), $"{seed}: {type.Name} is missing");

        static IEnumerable<TypeModel> Within(TypeModel type) => type.Element is { } element ? Within(element).Prepend(type) : [type];
    }
}
