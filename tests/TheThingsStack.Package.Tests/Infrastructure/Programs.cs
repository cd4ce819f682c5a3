namespace TheThingsStack.Package.Tests.Infrastructure;

/// <summary>What the temporary projects run.</summary>
internal static class Programs
{
    /// <summary>Reads a device of the emulator, whose address and key are the arguments, and says what it found and where it ran.</summary>
    public const string ReadDevice = """
        using TheThingsStack;
        using TheThingsStack.V3;

        using var stack = new TheThingsStackClient(new TheThingsStackOptions { Address = args[0], ApiKey = args[1], UserAgent = new("package-tests", "1.0.0") });
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.Attributes]);
        Console.WriteLine($"{device.Ids?.DeviceId} read by {AppContext.TargetFrameworkName} on {Environment.Version.Major}");
        """;

    /// <summary>The least that a client can be made of, quickly.</summary>
    public const string OneService = "<TheThingsStackServices>EndDeviceRegistry</TheThingsStackServices>";
}
