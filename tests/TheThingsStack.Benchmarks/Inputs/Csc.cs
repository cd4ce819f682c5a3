using System.Diagnostics;
using System.Text;
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Generators;

namespace TheThingsStack.Benchmarks.Inputs;

/// <summary>The compiler of the newest SDK, as a process of its own: what a build without a compiler server runs.</summary>
internal sealed class Csc : IDisposable
{
    private static readonly string DotNet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
    private static readonly string Compiler = Path.Combine(NewestSdk(), "Roslyn/bincore/csc.dll");

    private readonly string _folder = Directory.CreateTempSubdirectory("benchmarks-csc-").FullName;
    private readonly string[] _references;

    public Csc()
    {
        _references =
        [
            .. Basic.Reference.Assemblies.Net100.ReferenceInfos.All.Select(info => Write(info.FileName, info.ImageBytes)),
            .. UserProject.Libraries,
        ];
    }

    /// <summary>What a run took.</summary>
    /// <param name="Milliseconds">Time of the processors.</param>
    /// <param name="Bytes">The size of the assembly.</param>
    /// <param name="PeakMegabytes">The most memory that the process held.</param>
    public sealed record Result(double Milliseconds, long Bytes, double PeakMegabytes);

    /// <summary>A project with nothing in it.</summary>
    public string[] Empty() => [Write("Empty.cs", "class Program { static void Main() { } }"u8.ToArray())];

    /// <summary>A project with one more source.</summary>
    public string[] With(string source) => [.. Empty(), Write("Client.cs", Encoding.UTF8.GetBytes(source))];

    /// <summary>A project with the generator.</summary>
    public string[] Generated(string reference, string services = "", string name = "api.json")
    {
        var spec = Write(name, Encoding.UTF8.GetBytes(reference));
        var config = Write(name + ".globalconfig", Encoding.UTF8.GetBytes($"""
            is_global = true
            build_property.TheThingsStackServices = {services}

            [{spec}]
            build_metadata.AdditionalFiles.TheThingsStackSpec = true

            """));
        return [.. Empty(), $"/analyzer:{typeof(ClientGenerator).Assembly.Location}", $"/additionalfile:{spec}", $"/analyzerconfig:{config}"];
    }

    public Result Run(string[] arguments)
    {
        var output = Path.Combine(_folder, "User.dll");
        var response = Write("arguments.rsp", Encoding.UTF8.GetBytes(string.Join('\n',
            [
                "/noconfig", "/nologo", "/nostdlib+", "/target:exe", "/langversion:latest", "/nullable:enable", "/optimize+", "/deterministic+", "/debug:portable", "/warn:0",
                $"/out:{output}",
                .. _references.Select(static r => $"/reference:{r}"),
                .. arguments,
            ])));
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(DotNet, "dotnet"), ["exec", Compiler, $"@{response}"]) { RedirectStandardOutput = true })!;
        var messages = process.StandardOutput.ReadToEndAsync();
        var usage = Usage.Until(process);
        return process.ExitCode == 0
            ? new(usage.Processor.TotalMilliseconds, new FileInfo(output).Length, usage.PeakBytes / 1e6)
            : throw new InvalidOperationException("The compiler failed: " + messages.Result);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static string NewestSdk() => Directory.GetDirectories(Path.Combine(DotNet, "sdk")).MaxBy(static sdk => Version.TryParse(Path.GetFileName(sdk), out var version) ? version : new Version())!;
}
