using TheThingsStack.Emulator;

namespace TheThingsStack.Package.Tests.Infrastructure;

/// <summary>A scenario: projects of a stranger, and a server that they talk to.</summary>
[Collection(nameof(Feed)), Timed]
public abstract class PackageTest(Feed feed)
{
    protected Feed Feed { get; } = feed;

    /// <summary>Starts an emulator and runs a program with its address and key.</summary>
    /// <returns>How the program ended, and the requests that it made.</returns>
    private protected static async Task<(CommandResult Result, IReadOnlyList<string> Requests)> WithEmulatorAsync(Func<string[], CommandResult> run)
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync();
        var result = await Task.Run(() => run([emulator.Address.ToString(), emulator.ApiKey]));
        return (result.Clean(), [.. emulator.Requests.Select(static r => $"{r} by {string.Join(' ', r.Headers["User-Agent"])}")]);
    }

    /// <summary>Asserts that a program that is <see cref="Programs.ReadDevice"/> did so.</summary>
    private protected static async Task AssertReadsDeviceAsync(string expected, Func<string[], CommandResult> run)
    {
        var (result, requests) = await WithEmulatorAsync(run);
        Assert.Equal(expected, result.Output.Trim());
        Assert.Equal(
            [$"GET /api/v3/applications/app1/devices/dev1?field_mask=name,attributes by package-tests/1.0.0 TheThingsStack.Generators/{Repository.Version}"],
            requests.Select(static r => Uri.UnescapeDataString(r)));
    }
}
