namespace TheThingsStack.SpecTool;

/// <summary>What the user asked for.</summary>
internal abstract record CommandLine
{
    public const string HelpText = """
        Keeps spec/ in step with the server's API reference.

        refresh <upstream.json> [--facts <folder>] [--spec <folder>] [--version <version>]
            Rewrites the spec files from an upstream Swagger 2.0 reference, keeping our
            descriptions, and prints what is new, gone or changed.
            --facts    makes the rules anew from this folder; without it the rules stay
                       as they are, and what they do not cover is listed
            --spec     the folder of the spec files (default: spec)
            --version  the server version that the reference belongs to (default: the
                       version of the facts, else the one that the spec has)

        routes [--spec <folder>]
            Rewrites the table of routes from the two other spec files.

        check [--spec <folder>]
            Prints what lacks a description.

        Exit code 0: done. 2: the input is wrong, nothing was written.
        """;

    private const string DefaultSpec = "spec";

    private CommandLine()
    {
    }

    public static CommandLine Parse(string[] args)
    {
        if (args.Any(a => a is "--help" or "-h" or "-?"))
            return new Help();
        var (options, words) = Split(args);
        return words switch
        {
            [] => throw new InputException("No command: refresh, routes or check."),
            ["refresh", var upstream] => new Refresh(upstream, options.Take("--facts"), options.Take("--spec") ?? DefaultSpec, options.Take("--version")).With(options),
            ["refresh", ..] => throw new InputException("refresh takes one file: the upstream reference."),
            ["routes"] => new Routes(options.Take("--spec") ?? DefaultSpec).With(options),
            ["routes", ..] => throw new InputException("routes takes no file."),
            ["check"] => new Check(options.Take("--spec") ?? DefaultSpec).With(options),
            ["check", ..] => throw new InputException("check takes no file."),
            [var other, ..] => throw new InputException($"No such command: {other}."),
        };
    }

    private static (Dictionary<string, string> Options, List<string> Words) Split(string[] args)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var words = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
                words.Add(args[i]);
            else if (i + 1 == args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal))
                throw new InputException($"{args[i]} needs a value.");
            else if (!options.TryAdd(args[i], args[++i]))
                throw new InputException($"{args[i - 1]} is given twice.");
        }
        return (options, words);
    }

    /// <summary>This command, once every option has found its place.</summary>
    private CommandLine With(Dictionary<string, string> left) =>
        left.Count == 0 ? this : throw new InputException($"No such option here: {left.Keys.First()}.");

    internal sealed record Help : CommandLine;

    internal sealed record Routes(string Spec) : CommandLine;

    internal sealed record Check(string Spec) : CommandLine;

    /// <param name="Upstream">The reference to read.</param>
    /// <param name="Facts">The facts folder, or null to keep the rules.</param>
    /// <param name="Version">The server version of the reference, or null to take it from facts or spec.</param>
    internal sealed record Refresh(string Upstream, string? Facts, string Spec, string? Version) : CommandLine;
}

internal static class OptionDictionary
{
    public static string? Take(this Dictionary<string, string> options, string name) => options.Remove(name, out var value) ? value : null;
}
