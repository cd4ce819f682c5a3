using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TheThingsStack.V3;

namespace TheThingsStack.Benchmarks.Inputs;

/// <summary>A project of many files that does little else than call the API: typed reads and updates, and requests that are written by hand.</summary>
internal static class ClientCalls
{
    public const int Files = 300;
    public const int Lines = 5000;

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading.Tasks;
        global using TheThingsStack;
        global using TheThingsStack.V3;
        """;

    private static readonly string[] Calls =
    [
        """var a# = await stack.EndDeviceRegistry.GetAsync("app1", "dev#", d => [d.Name, d.Description, d.Attributes]); Console.WriteLine($"{a#.Name} {a#.Ids?.DeviceId}");""",
        """await stack.EndDeviceRegistry.UpdateAsync(new() { Ids = a#.Ids, Name = "device #", Description = text }, d => [d.Name, d.Description]);""",
        """var c# = await stack.NsEndDeviceRegistry.GetAsync("app1", "dev#", d => [d.FrequencyPlanId, d.MacSettings.Rx1Delay, d.MacSettings.Adr.Mode]);""",
        """Console.WriteLine(c# is { MacSettings.Rx1Delay: not null } ? c#.FrequencyPlanId : "none");""",
        """await foreach (var e# in stack.ApplicationRegistry.ListAllAsync(a => [a.Name, a.Attributes])) Console.WriteLine(e#.Name ?? e#.Attributes?.GetValueOrDefault("site"));""",
        """await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new() { Id = "key#", Name = "reader", Rights = [Right.ApplicationTrafficRead] }, k => [k.Name, k.Rights]);""",
        """var g# = new EndDevice { Ids = a#.Ids, SupportsClassC = true }; g#.MacSettings = new() { Rx2Frequency = 869525000 }; await stack.NsEndDeviceRegistry.SetAsync(g#, d => [d.SupportsClassC, d.MacSettings]);""",
        """if (FieldMask<EndDevice>.TryParse("name,mac_settings.adr.mode.dynamic", out var h#)) Console.WriteLine(h#.Count);""",
        """using var i# = await http.GetAsync($"applications/app#/devices?field_mask=name,locations&limit=20"); Console.WriteLine(i#.StatusCode);""",
        """using var j# = new HttpRequestMessage(HttpMethod.Put, "https://files.example.org/items/#") { Content = new StringContent("{\"name\": \"x\"}") }; await http.SendAsync(j#);""",
    ];

    public static IReadOnlyList<SyntaxTree> Trees { get; } = [Parse(Usings, "Usings"), .. Enumerable.Range(0, Files).Select(static i => Parse(File(i), $"Calls{i}"))];

    /// <summary>The project anew: nothing of it is bound, and one thread will do that.</summary>
    public static CSharpCompilation Compile() => CSharpCompilation.Create(
        "Calls", Trees, [.. UserProject.References, MetadataReference.CreateFromFile(typeof(EndDevice).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    private static string File(int number)
    {
        var (first, last) = (number * Lines / Files, (number + 1) * Lines / Files);
        // Calls use what those before them read: a file begins with the first of them.
        var lines = Enumerable.Range(0, last - first).Select(i => Calls[i % Calls.Length].Replace("#", (i / Calls.Length).ToString(), StringComparison.Ordinal));
        return $$"""
            namespace User;

            public sealed class Calls{{number}}(TheThingsStackClient stack, HttpClient http)
            {
                public async Task Run(string text)
                {
                    {{string.Join("\n        ", lines)}}
                }
            }
            """;
    }

    private static SyntaxTree Parse(string text, string name) => CSharpSyntaxTree.ParseText(text, UserProject.Parse, name + ".cs");
}
