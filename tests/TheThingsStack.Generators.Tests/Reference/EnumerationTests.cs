using System.Globalization;
using System.Text.Json;
using TheThingsStack.Generators.Binding;
using TheThingsStack.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace TheThingsStack.Generators.Tests.Reference;

/// <summary>The compiled enumerations know what the rules know of the server's.</summary>
[Collection(WholeReferenceCollection.Name)]
public sealed class EnumerationTests(WholeReference reference, ITestOutputHelper output)
{
    [Fact]
    public void Enumerations_KnowNumbersAliasesAndTheNamesThatTheServerWrites()
    {
        var checks = 0;
        using var rules = JsonDocument.Parse(Embedded.Rules);
        foreach (var rule in rules.RootElement.GetProperty("enums").EnumerateObject())
        {
            if (reference.Assembly.GetType("TheThingsStack.V3." + Names.Pascal(rule.Name)) is not { } type)
                continue;
            var written = rule.Value.TryGetProperty("written", out var w) ? w.EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetString()!) : [];
            var first = new Dictionary<int, string>();
            foreach (var value in rule.Value.GetProperty("values").EnumerateObject())
                first.TryAdd(value.Value.GetInt32(), value.Name);
            foreach (var value in rule.Value.GetProperty("values").EnumerateObject())
                Check(Activator.CreateInstance(type, value.Name), value.Name, Expected(value.Value.GetInt32()));
            foreach (var alias in rule.Value.TryGetProperty("accepts", out var accepts) ? accepts.EnumerateObject().ToList() : [])
                Check(Activator.CreateInstance(type, alias.Name), alias.Name, Expected(alias.Value.GetInt32()));

            // A number is a number: as a text, "1" can be the short name of another value.
            foreach (var number in first.Keys)
                Check(JsonSerializer.Deserialize(number.ToString(CultureInfo.InvariantCulture), type), $"{number}", Expected(number));

            string Expected(int number) => written.GetValueOrDefault(number.ToString(CultureInfo.InvariantCulture), first[number]);
        }

        output.WriteLine($"{checks} texts");
        Assert.InRange(checks, 1000, 5000);

        void Check(object? value, string text, string expected)
        {
            Assert.Equal($"{value!.GetType().Name} {text}: {expected}", $"{value.GetType().Name} {text}: {value}");
            checks++;
        }
    }
}
