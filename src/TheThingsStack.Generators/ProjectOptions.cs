using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators;

/// <summary>Reads the MSBuild properties of the project.</summary>
internal static class ProjectOptions
{
    private const string Services = "build_property.TheThingsStackServices";
    private const string GenerateClient = "build_property.TheThingsStackGenerateClient";

    // The compiler cuts option values at ";" and line ends, so the targets of the package hand lists on with "|".
    private static readonly char[] Separators = ['|', ';', ',', ' ', '\t', '\r', '\n'];

    public static IncrementalValueProvider<Options> Of(IncrementalGeneratorInitializationContext context) =>
        context.AnalyzerConfigOptionsProvider.Select(static (options, _) => new Options(
            options.GlobalOptions.TryGetValue(Services, out var services)
                ? services.Split(Separators, StringSplitOptions.RemoveEmptyEntries).ToEquatableArray()
                : default,
            !(options.GlobalOptions.TryGetValue(GenerateClient, out var generate) && string.Equals(generate, "false", StringComparison.OrdinalIgnoreCase))));
}
