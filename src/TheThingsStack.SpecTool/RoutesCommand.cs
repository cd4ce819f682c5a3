using TheThingsStack.SpecTool.Writing;

namespace TheThingsStack.SpecTool;

/// <summary>Rewrites the table of routes from the two files that it is made from.</summary>
internal static class RoutesCommand
{
    public static void Run(CommandLine.Routes options, TextWriter output)
    {
        var folder = new SpecFolder(options.Spec);
        var (openApi, rules) = (folder.ReadOpenApi(), folder.ReadRules());
        if (openApi.Count == 0 || rules.Count == 0)
            throw new InputException($"{options.Spec}: there is no spec here.");
        var routes = RouteTable.Write(openApi, rules);
        folder.WriteRoutes(routes);
        output.WriteLine($"{routes.Length} characters.");
    }
}
