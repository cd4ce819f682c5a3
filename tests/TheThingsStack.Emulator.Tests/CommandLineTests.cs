using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TheThingsStack.Emulator.Tests;

/// <summary>The emulator run by itself, as a process.</summary>
public sealed partial class CommandLineTests
{
    [Fact]
    public async Task Run_Ready_TellsAddressAndKeyThatWork()
    {
        using var process = Start("--port", "0");
        var banner = await ReadBanner(process);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {Key().Match(banner).Groups[1].Value}");

        var answer = await http.GetStringAsync($"{Address().Match(banner).Groups[1].Value}/api/v3/applications/app1/devices/dev1?field_mask=name");

        Assert.Contains("Soil monitor 1", answer);
        Assert.Contains("http://tenant1.localhost:", banner);
        Assert.Equal(0, await Interrupt(process));
        Assert.Equal("Stopped.", (await process.StandardOutput.ReadToEndAsync()).Trim());
        Assert.Equal("", await process.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task Run_WithOptions_FollowsThem()
    {
        using var process = Start("--port", "0", "--seed", "5", "--tenant", "acme", "--no-data", "--no-event-store", "--rate-limit", "30");
        var banner = await ReadBanner(process);
        await using var sameSeed = await TheThingsStackEmulator.StartAsync(new() { Seed = 5 });
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {sameSeed.ApiKey}");

        using var response = await http.GetAsync($"{Address().Match(banner).Groups[1].Value}/api/v3/applications");

        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
        Assert.Equal("30", response.Headers.GetValues("X-Rate-Limit-Limit").Single());
        Assert.Contains("http://acme.localhost:", banner);
        Assert.Equal(0, await Interrupt(process));
    }

    [Fact]
    public async Task Run_OnAPortInUse_SaysSo()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync();

        var (code, output, error) = await Run("--port", $"{emulator.Address.Port}");

        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.StartsWith($"Cannot listen on port {emulator.Address.Port}: ", error);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Run_ForHelp_TellsTheOptions()
    {
        var (code, output, _) = await Run("--help");

        Assert.Equal(0, code);
        foreach (var option in (string[])["--port", "--seed", "--tenant", "--rate-limit", "--no-data", "--no-event-store", "--help"])
            Assert.Contains(option, output);
    }

    [Theory]
    [InlineData("Unknown option --prot. See --help.", "--prot", "1")]
    [InlineData("--port needs a number from 0 to 65535. See --help.", "--port", "65536")]
    [InlineData("--port needs a number from 0 to 65535. See --help.", "--port")]
    [InlineData("--tenant needs a name of letters, digits and dashes. See --help.", "--tenant", "a.b")]
    public async Task Run_WithWrongArguments_SaysWhatIsWrong(string message, params string[] arguments)
    {
        var (code, _, error) = await Run(arguments);

        Assert.Equal(2, code);
        Assert.Equal(message, error.Trim());
    }

    private static Process Start(params string[] arguments)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["exec", typeof(TheThingsStackEmulator).Assembly.Location, .. arguments])
            info.ArgumentList.Add(argument);
        return Process.Start(info)!;
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, error);
    }

    private static async Task<string> ReadBanner(Process process)
    {
        var banner = "";
        while (!banner.Contains("Ctrl-C", StringComparison.Ordinal))
            banner += await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) + "\n";
        return banner;
    }

    /// <summary>Ends the process as Ctrl-C does.</summary>
    private static async Task<int> Interrupt(Process process)
    {
        Assert.Equal(0, Kill(process.Id, 2));
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        return process.ExitCode;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);

    [GeneratedRegex(@"API key +(\S+)")]
    private static partial Regex Key();

    [GeneratedRegex(@"address +(\S+)")]
    private static partial Regex Address();
}
