namespace TheThingsStack.SpecTool;

/// <summary>The tool without its process: arguments in, text and exit code out.</summary>
internal static class Tool
{
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            switch (CommandLine.Parse(args))
            {
                case CommandLine.Refresh refresh:
                    RefreshCommand.Run(refresh, output);
                    break;
                case CommandLine.Routes routes:
                    RoutesCommand.Run(routes, output);
                    break;
                case CommandLine.Check check:
                    CheckCommand.Run(check, output);
                    break;
                default:
                    output.WriteLine(CommandLine.HelpText);
                    break;
            }
            return 0;
        }
        catch (InputException e)
        {
            error.WriteLine("error: " + e.Message);
            error.WriteLine("(--help says how this tool is used)");
            return 2;
        }
    }
}
