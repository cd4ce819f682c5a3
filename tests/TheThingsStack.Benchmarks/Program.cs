// What users feel, measured beside the rivals in the same run:
//
//   dotnet run -c Release --project tests/TheThingsStack.Benchmarks                    every row, some minutes
//   dotnet run -c Release --project tests/TheThingsStack.Benchmarks -- --quick         fewer rounds, rougher numbers
//   dotnet run -c Release --project tests/TheThingsStack.Benchmarks -- --only NAME     one row, several with commas
//   dotnet run -c Release --project tests/TheThingsStack.Benchmarks -- --long          streams of ten million events, copies up to sixteen times
//
// The table goes to the console and, as Markdown, to artifacts/benchmarks.md.
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Rows;

Benchmark[] table =
[
    new ColdGeneration(),
    new KeyStroke(),
    new DescriptionEdit(),
    new CompileTime(),
    new AssemblySize(),
    new ReadDevice(),
    new WriteDevice(),
    new EventStream(),
    new MaskInCall(),
    new NativeAot(),
    new Growth(),
    new Import(),
    new AllAnalyzers(),
];

if (Settings.Read(args, table) is not { } settings)
    return 2;
if (settings.IsOwnProcess)
    return OwnProcess.Answer(table.Single(settings.Wants), settings);

var report = new Report(settings);
foreach (var benchmark in table.Where(settings.Wants))
    report.Add(benchmark, benchmark.Variables.Count == 0 ? benchmark.Run(settings) : OwnProcess.Run(benchmark, settings));
return report.Finish();
