using TheThingsStack.Emulator;

namespace GettingStarted;

/// <summary>What the command line says.</summary>
internal sealed record Settings
{
    private const string Usage = """
        Usage: GettingStarted [--address HOST --api-key KEY] [--application app1] [--device dev1] [--tenant tenant1]
        Without an address the emulator is started and used.
        """;

    public string? Address { get; init; }

    public string? ApiKey { get; init; }

    public string Application { get; init; } = "app1";

    public string Device { get; init; } = "dev1";

    public string Tenant { get; init; } = "tenant1";

    /// <summary>The host, as the registries store it.</summary>
    public string Host { get; init; } = "";

    public string TenantAddress { get; init; } = "";

    /// <summary>Reads the arguments; null, with a message, where they are wrong.</summary>
    public static Settings? Read(string[] args)
    {
        var settings = new Settings();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var (name, value) = (args[i], args[i + 1]);
            settings = name switch
            {
                "--address" => settings with { Address = value },
                "--api-key" => settings with { ApiKey = value },
                "--application" => settings with { Application = value },
                "--device" => settings with { Device = value },
                "--tenant" => settings with { Tenant = value },
                _ => null,
            };
            if (settings is null)
                return Fail($"{name} is not an option.");
        }

        if (args.Length % 2 != 0)
            return Fail($"{args[^1]} needs a value.");
        if (settings.Address is null != settings.ApiKey is null)
            return Fail("--address and --api-key go together.");
        var host = settings.Address is { } address ? address.Split("://")[^1].TrimEnd('/') : "";
        return settings with { Host = host, TenantAddress = $"{settings.Tenant}.{host}" };
    }

    public Settings For(TheThingsStackEmulator emulator) => this with
    {
        Address = emulator.Address.ToString(),
        ApiKey = emulator.ApiKey,
        Host = emulator.Address.Authority,
        TenantAddress = $"http://{Tenant}.localhost:{emulator.Address.Port}",
    };

    private static Settings? Fail(string problem)
    {
        Console.Error.WriteLine(problem);
        Console.Error.WriteLine(Usage);
        return null;
    }
}
