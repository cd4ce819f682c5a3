using System.Diagnostics;
using System.Text;

namespace TheThingsStack.Package.Tests.Infrastructure;

/// <summary>Runs programs as a user does, in a folder and with an environment of their own.</summary>
internal sealed class CommandLine(IReadOnlyDictionary<string, string> environment)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Runs a program to its end.</summary>
    public CommandResult Run(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the test host was started with is meant for its own build, not for these.
        foreach (var name in start.Environment.Keys.Where(static n => n.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) && n != "MSBUILDDISABLENODEREUSE").ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = new StringBuilder();
        process.OutputDataReceived += (_, e) => Add(output, e.Data);
        process.ErrorDataReceived += (_, e) => Add(output, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var command = $"{folder}> {program} {string.Join(' ', start.ArgumentList)}";
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command}\ndid not end in {Patience}:\n{output}");
        }
        process.WaitForExit();
        lock (output)
            return new(command, process.ExitCode, output.ToString());
    }

    /// <param name="output">What was printed until now.</param>
    /// <param name="line">The next line; null at the end.</param>
    private static void Add(StringBuilder output, string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
    }
}
