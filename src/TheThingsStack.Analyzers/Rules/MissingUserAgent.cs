using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Configuration;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>Options of a client that never get a user agent.</summary>
internal static class MissingUserAgent
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS1001", nameof(MissingUserAgent), Rule.Configuration,
        "Client has no User-Agent",
        "These options have no UserAgent, and the client refuses them: operators block integrations that they cannot tell apart. Set UserAgent to name and version of this one.",
        "UserAgent is required. It is not a required member of C#, so that configuration can bind it; this rule and the check at start stand in. Options that code out of sight may fill are not reported.");

    /// <summary>Judges <c>new TheThingsStackOptions { … }</c>.</summary>
    public static void Judge(OperationBlockAnalysisContext context, IObjectCreationOperation creation, ClientSymbols symbols)
    {
        if (symbols.IsOptions(creation.Type) && OptionsLife.Of(creation, symbols) is { LacksUserAgent: true } life && creation.Syntax is BaseObjectCreationExpressionSyntax syntax)
            Report(context, Head(syntax), life);
    }

    /// <summary>Judges <c>AddTheThingsStack(o => …)</c>.</summary>
    public static void Judge(OperationBlockAnalysisContext context, IInvocationOperation call, ClientSymbols symbols)
    {
        if (Registration.LambdaOf(call, symbols) is { } lambda
            && OptionsLife.Of(lambda, symbols) is { LacksUserAgent: true } life
            && call.Syntax is InvocationExpressionSyntax syntax
            && !Registration.MayBeFilledElsewhere(call, context.Compilation, context.CancellationToken))
            Report(context, Head(syntax), life);
    }

    private static void Report(OperationBlockAnalysisContext context, Location location, OptionsLife life) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, additionalLocations: life.Null is { } wrong ? [wrong.Syntax.GetLocation()] : null));

    /// <summary><c>new TheThingsStackOptions</c>, without what it is filled with.</summary>
    private static Location Head(BaseObjectCreationExpressionSyntax creation)
    {
        var end = creation is ObjectCreationExpressionSyntax { Type: var type } ? type.Span.End : creation.ArgumentList!.Span.End;
        return Location.Create(creation.SyntaxTree, TextSpan.FromBounds(creation.SpanStart, end));
    }

    /// <summary>The name of the method.</summary>
    private static Location Head(InvocationExpressionSyntax call) =>
        (call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            MemberBindingExpressionSyntax member => member.Name,
            var other => other,
        }).GetLocation();
}
