using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>Looks into what the steps of a run hold: a symbol, a tree or a file there keeps a whole compilation alive and is never equal to the next one.</summary>
internal static class StepValues
{
    public static void AssertHoldNoCompilerObjects(GeneratorRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var step in TrackingNames.All)
        {
            if (!result.TrackedSteps.TryGetValue(step, out var runs))
                continue;
            foreach (var output in runs.SelectMany(r => r.Outputs))
                Visit(output.Value, step, seen);
        }
    }

    private static void Visit(object? value, string step, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;
        Assert.False(value is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or AdditionalText, $"{step} holds a {value.GetType().Name}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Visit(item, step, seen);
        }
        else if (value.GetType().Assembly == typeof(ClientGenerator).Assembly)
        {
            foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                Visit(field.GetValue(value), step, seen);
        }
    }
}
