using System.Reflection;
using System.Text.Json;
using TheThingsStack.Generators.Binding;
using TheThingsStack.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace TheThingsStack.Generators.Tests.Reference;

/// <summary>The paths of masks are exactly those that the server has, and each property of a path builder is the path that its name says.</summary>
[Collection(WholeReferenceCollection.Name)]
public sealed class MaskPathTests(WholeReference reference, ITestOutputHelper output)
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [SharedFact("facts/field-types.json")]
    public void Paths_OfEveryMaskTarget_AreTheServers()
    {
        var facts = new MaskFacts();
        foreach (var target in reference.MaskTargets)
        {
            var paths = WholeReference.Paths(target);
            output.WriteLine($"{target.Name}: {paths.Count}");
            Assert.Equal(facts.PathsOf(FullName(target)).Order(StringComparer.Ordinal), paths.Order(StringComparer.Ordinal));
        }

        Assert.Equal(753, WholeReference.Tree(reference.MaskTargets.Single(static t => t.Name == "EndDevice")).Count);
    }

    [Fact]
    public void Paths_OfEveryMaskTarget_AreDistinctAndFoundAtTheirNumber()
    {
        foreach (var target in reference.MaskTargets)
        {
            var tree = WholeReference.Tree(target);
            var paths = WholeReference.Paths(target);
            Assert.Equal(paths.Count, paths.Distinct().Count());
            for (var i = 0; i < paths.Count; i++)
            {
                Assert.True(tree.TryFind(paths[i], out var index));
                Assert.Equal(i, index);
                Assert.Equal(paths.Count(p => p.StartsWith(paths[i] + ".", StringComparison.Ordinal)), tree.CountBelow(i));
            }
        }
    }

    [Fact]
    public void Paths_ThatTheRulesAllow_AreAllThere()
    {
        var targets = reference.MaskTargets.ToDictionary(static t => t.Name);
        var count = 0;
        using var rules = JsonDocument.Parse(Embedded.Rules);
        foreach (var rpc in rules.RootElement.GetProperty("rpcs").EnumerateObject())
        {
            if (!rpc.Value.TryGetProperty("mask", out var mask) || mask.GetProperty("paths").ValueKind != JsonValueKind.Array || mask.TryGetProperty("dead", out _))
                continue;
            var tree = WholeReference.Tree(targets[Names.Pascal(mask.GetProperty("message").GetString()!)]);
            var method = reference.Model.Services.SelectMany(static s => s.Methods).Single(m => m.Rpc == rpc.Name);
            foreach (var path in mask.GetProperty("paths").EnumerateArray())
            {
                Assert.True(tree.TryFind(path.GetString(), out _), $"{rpc.Name}: {path}");
                count++;
            }

            Assert.Equal(mask.GetProperty("paths").GetArrayLength(), method.Mask!.Count);
        }

        output.WriteLine($"{count} allowed paths");
        Assert.NotEqual(0, count);
    }

    [Fact]
    public void PathBuilders_WalkedToTheEnd_NameEveryPathByItsProperties()
    {
        var total = 0;
        foreach (var target in reference.MaskTargets)
        {
            var root = target.GetProperty("Paths", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            var walked = new List<string>();
            Walk(root, "", walked);
            Assert.Equal(WholeReference.Paths(target), walked);
            total += walked.Count;
        }

        output.WriteLine($"{total} properties walked");
    }

    private static void Walk(object builder, string prefix, List<string> walked)
    {
        foreach (var property in builder.GetType().GetProperties(Own).Where(p => p.Name != "All"))
        {
            var below = property.GetValue(builder)!;
            var path = AsPath(below).ToString()!;
            walked.Add(path);

            // The path is the one above it and one segment more, and the segment is what the property is named after.
            Assert.StartsWith(prefix, path, StringComparison.Ordinal);
            var segment = path[prefix.Length..];
            Assert.DoesNotContain('.', segment);
            Assert.Contains(property.Name, new[] { Names.Pascal(segment), Names.Pascal(segment) + "Field", Names.Pascal(segment) + "Oneof", Names.Pascal(segment) + "Value", "Value", "Items" });
            if (!IsPath(below.GetType()))
                Walk(below, path + ".", walked);
        }
    }

    private static bool IsPath(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(FieldPath<>);

    private static object AsPath(object value) => IsPath(value.GetType())
        ? value
        : value.GetType().GetMethods(BindingFlags.Public | BindingFlags.Static).Single(static m => m.Name == "op_Implicit").Invoke(null, [value])!;

    private static string FullName(Type message) =>
        (string)message.GetInterfaceMap(typeof(Json.IMessage<>).MakeGenericType(message)).TargetMethods.Single(static m => m.Name.EndsWith("get_FullName", StringComparison.Ordinal)).Invoke(null, null)!;
}
