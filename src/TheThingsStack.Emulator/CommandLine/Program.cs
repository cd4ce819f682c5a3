using System.Runtime.InteropServices;

namespace TheThingsStack.Emulator.CommandLine;

/// <summary>Runs an emulator by itself, until it is interrupted.</summary>
internal static class Program
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int Usage = 2;

    private static Task<int> Main(string[] args) => RunAsync(args, Console.Out, Console.Error);

    private static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var arguments = Arguments.Read(args);
        if (arguments.Problem is { } problem)
        {
            await error.WriteLineAsync($"{problem} See --help.");
            return Usage;
        }

        if (arguments.AsksForHelp)
        {
            await output.WriteLineAsync(Arguments.Help);
            return Success;
        }

        return await ServeAsync(arguments.Options, output, error);
    }

    private static async Task<int> ServeAsync(TheThingsStackEmulatorOptions options, TextWriter output, TextWriter error)
    {
        var interrupted = new TaskCompletionSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await using var emulator = await TheThingsStackEmulator.StartAsync(options);
            await output.WriteLineAsync(Banner.Of(emulator, options));
            await interrupted.Task;
            await output.WriteLineAsync("Stopped.");
            return Success;
        }
        catch (IOException e)
        {
            await error.WriteLineAsync($"Cannot listen on port {options.Port}: {e.GetBaseException().Message}");
            return Failure;
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            interrupted.TrySetResult();
        }
    }
}
