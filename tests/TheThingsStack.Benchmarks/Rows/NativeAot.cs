using System.Diagnostics;
using TheThingsStack.Benchmarks.Harness;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>A program with four calls, published with Native AOT: with the client, and the same written by hand.</summary>
internal sealed class NativeAot : Benchmark
{
    public override IEnumerable<Row> Run(Settings settings)
    {
        var (ours, byHand) = (Publish("Client"), Publish("ByHand"));
        yield return Row.AtMost("published with Native AOT, against the same calls on HttpClient and source-gen", 1.15, ours / byHand, "×",
            $"{Row.Number(ours, "MB")}; by hand {Row.Number(byHand, "MB")}");
    }

    /// <summary>The size of the program, in megabytes.</summary>
    private static double Publish(string name)
    {
        var project = Path.Combine(Repository.Root, "tests/TheThingsStack.Benchmarks/Published", name, name + ".csproj");
        var output = Path.Combine(Repository.Root, "artifacts", "published", name);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "--use-current-runtime", "-o", output, "-v", "quiet"]) { RedirectStandardOutput = true })!;
        var messages = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{name} was not published: {messages}");
        var program = Path.Combine(output, name + (OperatingSystem.IsWindows() ? ".exe" : ""));
        return new FileInfo(program).Length / 1e6;
    }
}
