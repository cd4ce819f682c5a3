using System.Globalization;

namespace DeviceFleet;

/// <summary>What the command line says.</summary>
internal sealed record Settings
{
    private const string Usage = """
        Usage: DeviceFleet [--file fleet.jsonl] [--address HOST --api-key KEY] [--application app1] [--generate COUNT]
        Without an address the emulator is started and used; --generate writes a made-up fleet and ends.
        """;

    public string File { get; init; } = "fleet.jsonl";

    public string? Address { get; init; }

    public string? ApiKey { get; init; }

    public string Application { get; init; } = "app1";

    public int? Generate { get; init; }

    /// <summary>Reads the arguments; null, with a message, where they are wrong.</summary>
    public static Settings? Read(string[] args)
    {
        if (args.Length % 2 != 0)
            return Fail($"{args[^1]} needs a value.");
        var settings = new Settings();
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = args[i + 1];
            if (args[i] == "--generate" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 0xFFFFFF)
                settings = settings with { Generate = count };
            else if (Text(settings, args[i], value) is { } changed)
                settings = changed;
            else
                return Fail($"{args[i]} {value} is not understood.");
        }

        if (settings.Address is null != settings.ApiKey is null)
            return Fail("--address and --api-key go together.");
        if (settings.Address is not null && settings.Generate is null && !System.IO.File.Exists(settings.File))
            return Fail($"There is no file {settings.File}.");
        return settings;
    }

    private static Settings? Text(Settings settings, string name, string value) => name switch
    {
        "--file" => settings with { File = value },
        "--address" => settings with { Address = value },
        "--api-key" => settings with { ApiKey = value },
        "--application" => settings with { Application = value },
        _ => null,
    };

    private static Settings? Fail(string problem)
    {
        Console.Error.WriteLine(problem);
        Console.Error.WriteLine(Usage);
        return null;
    }
}
