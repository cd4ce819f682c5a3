using TheThingsStack.SpecTool.Descriptions;
using TheThingsStack.SpecTool.Writing;

namespace TheThingsStack.SpecTool;

/// <summary>Prints what lacks a description.</summary>
internal static class CheckCommand
{
    public static void Run(CommandLine.Check options, TextWriter output)
    {
        var openApi = new SpecFolder(options.Spec).ReadOpenApi();
        if (openApi.Count == 0)
            throw new InputException($"{options.Spec}: there is no spec here.");
        foreach (var part in DescriptionCheck.Of(openApi).GroupBy(d => d.Kind))
        {
            output.WriteLine($"{part.Key}: {part.Count(d => d.Described)} of {part.Count()} described");
            foreach (var missing in part.Where(d => !d.Described))
                output.WriteLine("  " + missing.Name);
        }
    }
}
