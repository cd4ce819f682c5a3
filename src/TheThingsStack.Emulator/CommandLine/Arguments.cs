using System.Globalization;

namespace TheThingsStack.Emulator.CommandLine;

/// <summary>What the command line says.</summary>
internal sealed class Arguments
{
    public const string Help = """
        A stand-in for The Things Stack: its HTTP API, in memory, on this machine.

        usage: dotnet run --project src/TheThingsStack.Emulator -- [options]

          --port PORT         listen on this port; 0 takes a free one (default 1885)
          --seed NUMBER       make the API key and all other identifiers repeatable
          --tenant NAME       a tenant with data of its own, at NAME.localhost; can be repeated (default tenant1)
          --rate-limit N      take N requests a minute of each RPC, entity and key (default: no limit)
          --no-data           start without application app1 and device dev1
          --no-event-store    do not keep events, so that streams cannot begin in the past
          -h, --help          show this

        Ctrl-C ends it; nothing is kept.
        """;

    private const int DefaultPort = 1885;

    public TheThingsStackEmulatorOptions Options { get; } = new() { Port = DefaultPort };

    public bool AsksForHelp { get; private set; }

    /// <summary>What is wrong with the command line, in a sentence; null when nothing is.</summary>
    public string? Problem { get; private set; }

    public static Arguments Read(IReadOnlyList<string> args)
    {
        var arguments = new Arguments();
        var tenants = new List<string>();
        var rest = new Queue<string>(args);
        while (arguments.Problem is null && rest.TryDequeue(out var name))
            arguments.Problem = arguments.Take(name, rest, tenants);
        if (tenants.Count > 0)
            arguments.Options.Tenants.Clear();
        arguments.Options.Tenants.UnionWith(tenants);
        return arguments;
    }

    /// <returns>What is wrong with the option, or null.</returns>
    private string? Take(string name, Queue<string> rest, List<string> tenants)
    {
        switch (name)
        {
            case "-h" or "--help":
                AsksForHelp = true;
                return null;
            case "--no-data":
                Options.SeedData = false;
                return null;
            case "--no-event-store":
                Options.StoreEvents = false;
                return null;
            case "--port":
                return Number(name, rest, 0, 65535, port => Options.Port = port);
            case "--seed":
                return Number(name, rest, int.MinValue, int.MaxValue, seed => Options.Seed = seed);
            case "--rate-limit":
                return Number(name, rest, 1, int.MaxValue, limit => Options.RateLimits.AddDefault(limit));
            case "--tenant":
                return Text(name, rest, tenants);
            default:
                return $"Unknown option {name}.";
        }
    }

    private static string? Number(string name, Queue<string> rest, int least, int most, Action<int> set)
    {
        if (!rest.TryDequeue(out var text) || !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            return $"{name} needs a number from {least} to {most}.";
        set(number);
        return null;
    }

    private static string? Text(string name, Queue<string> rest, List<string> texts)
    {
        if (!rest.TryDequeue(out var text) || text.StartsWith('-') || !text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return $"{name} needs a name of letters, digits and dashes.";
        texts.Add(text);
        return null;
    }
}
