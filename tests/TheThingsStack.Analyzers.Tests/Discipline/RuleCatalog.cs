using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Generators;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Discipline;

/// <summary>A rule, and the class that it is named after.</summary>
internal sealed record CatalogRule(string Name, DiagnosticDescriptor Descriptor)
{
    public string Id => Descriptor.Id;

    public string Page => Repository.File($"{RuleCatalog.Folder}/docs/{Name}.md");

    public override string ToString() => $"{Id} {Name}";
}

/// <summary>What the assemblies hold, found by reflection: what is new is there without being listed.</summary>
internal static class RuleCatalog
{
    public const string Folder = "src/TheThingsStack.Analyzers";

    private static readonly Assembly Analyzers = typeof(ApiSymbols).Assembly;

    /// <summary>The rules of the analyzers, by id.</summary>
    public static IReadOnlyList<CatalogRule> Rules { get; } =
        [.. DescriptorsOf(Analyzers).Select(static field => new CatalogRule(field.DeclaringType!.Name, Value(field))).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The diagnostics of the generator, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Generator { get; } =
        [.. DescriptorsOf(typeof(ClientGenerator).Assembly).Select(Value).OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <summary>The fixes, each with the name of its class.</summary>
    public static IReadOnlyDictionary<string, CodeFixProvider> Fixes { get; } =
        Assembly.Load("TheThingsStack.CodeFixes").GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .ToDictionary(static type => type.Name, static type => (CodeFixProvider)Activator.CreateInstance(type)!);

    /// <summary>The refactorings.</summary>
    public static IReadOnlyList<Type> Refactorings { get; } =
        [.. Assembly.Load("TheThingsStack.CodeFixes").GetTypes().Where(static type => type.IsSubclassOf(typeof(CodeRefactoringProvider)) && !type.IsAbstract)];

    public static bool HasFix(CatalogRule rule) => Fixes.Values.Any(fix => fix.FixableDiagnosticIds.Contains(rule.Id));

    private static IEnumerable<FieldInfo> DescriptorsOf(Assembly assembly) =>
        assembly.GetTypes()
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static field => field.FieldType == typeof(DiagnosticDescriptor));

    private static DiagnosticDescriptor Value(FieldInfo field) => (DiagnosticDescriptor)field.GetValue(null)!;
}
