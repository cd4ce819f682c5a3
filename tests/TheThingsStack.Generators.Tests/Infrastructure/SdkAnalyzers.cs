using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>The analyzers that the SDK brings for user code.</summary>
internal static class SdkAnalyzers
{
    /// <summary>The folder of the analyzers of the newest SDK beside the runtime that runs the tests, or null.</summary>
    public static string? Find()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        var sdks = Path.Combine(root, "sdk");
        return !Directory.Exists(sdks) ? null : Directory.GetDirectories(sdks)
            .Select(static sdk => Path.Combine(sdk, "Sdks/Microsoft.NET.Sdk/analyzers"))
            .Where(static folder => File.Exists(Path.Combine(folder, "Microsoft.CodeAnalysis.NetAnalyzers.dll")))
            .Order(StringComparer.Ordinal)
            .LastOrDefault();
    }

    public static ImmutableArray<DiagnosticAnalyzer> Load(string folder)
    {
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
        {
            var file = Path.Combine(folder, new AssemblyName(request.Name).Name + ".dll");
            return File.Exists(file) ? Assembly.LoadFrom(file) : null;
        };
        string[] names = ["Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"];
        return [.. names.SelectMany(name => Assembly.LoadFrom(Path.Combine(folder, name)).GetTypes())
            .Where(static type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } a && a.Languages.Contains(LanguageNames.CSharp))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
    }
}
