using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Requests;

namespace TheThingsStack.Analyzers.Configuration;

/// <summary>Finds the texts that become a <c>UserAgent</c> of the library, and judges them.</summary>
internal static class TypedUserAgent
{
    /// <summary>Judges <c>new UserAgent("product", "version")</c>.</summary>
    public static void Judge(OperationBlockAnalysisContext context, IObjectCreationOperation creation, ClientSymbols symbols)
    {
        if (!symbols.IsUserAgent(creation.Type)
            || ValueOf(creation.Arguments, "product") is not { } productValue || TextOf(productValue) is not { } product)
            return;
        var versionValue = ValueOf(creation.Arguments, "version");
        // A version that is not seen may be any: the name is judged beside one that is good.
        var version = versionValue is null ? null : TextOf(versionValue);
        foreach (var fault in UserAgentText.FindFaults(product, version ?? "1"))
            context.ReportDiagnostic(fault.At((fault.Part == UserAgentPart.Version ? versionValue! : productValue).Syntax.GetLocation()));
    }

    /// <summary>Judges <c>UserAgent.Parse("product/version")</c> and <c>TryParse</c>.</summary>
    public static void Judge(OperationBlockAnalysisContext context, IInvocationOperation call, ClientSymbols symbols)
    {
        if (call.TargetMethod is { IsStatic: true, Name: "Parse" or "TryParse" } method
            && symbols.IsUserAgent(method.ContainingType)
            && ValueOf(call.Arguments, "s") is { } value && TextOf(value) is { } text
            && UserAgentText.FindFaultInPair(text) is { } fault)
            context.ReportDiagnostic(fault.At(value.Syntax.GetLocation()));
    }

    private static IOperation? ValueOf(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value;

    /// <summary>A text that is constant, or that of a local or a static field that never has another; null where it is not seen.</summary>
    private static string? TextOf(IOperation value) => Operations.Resolve(value).ConstantValue is { HasValue: true, Value: string text } ? text : null;
}
