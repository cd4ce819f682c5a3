using Microsoft.CodeAnalysis.Diagnostics;
using TheThingsStack.Analyzers.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Requests;

/// <summary>Programs that send requests by hand, with no client of the library at hand.</summary>
internal static class RequestCode
{
    /// <summary>Statements, with a client <c>http</c> of which nothing is known, and names of an application and a device.</summary>
    public static Task Verify(string statements, AnalyzerOptions? options = null) => Infrastructure.Verify.File(Around(statements), options: options);

    public static string Around(string statements) => $$"""
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Text;

        class Program
        {
            async Task Run(HttpClient http, string app, string dev)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
                await Task.CompletedTask;
            }
        }
        """;
}
