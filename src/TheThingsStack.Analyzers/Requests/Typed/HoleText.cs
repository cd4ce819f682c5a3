using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Flow;

namespace TheThingsStack.Analyzers.Requests.Typed;

/// <summary>Writes what fills a hole in a URL or in a body as an argument of the typed call.</summary>
internal static class HoleText
{
    private static readonly string[] Encoders = ["EscapeDataString", "UrlEncode"];

    /// <summary>Null where it is of another type, or may mean something else at the call.</summary>
    public static string? Of(IOperation hole, ITypeSymbol type, HttpRequest request)
    {
        var value = Operations.Bare(hole);
        if (value is IInvocationOperation { TargetMethod: { IsStatic: true } method, Arguments: [{ Value: var encoded }, ..] } && Array.IndexOf(Encoders, method.Name) >= 0)
            value = Operations.Bare(encoded);
        return value.Type is not null && request.Call.SemanticModel!.Compilation.ClassifyCommonConversion(value.Type, type).IsImplicit && CanMove(value, request)
            ? value.Syntax.ToString() : null;
    }

    /// <summary>Whether an expression means the same at the call: it stands there already, or is a variable that does not change.</summary>
    private static bool CanMove(IOperation value, HttpRequest request) =>
        request.Call.Syntax.Span.Contains(value.Syntax.Span)
        || value is IParameterReferenceOperation { Parameter: var parameter } && !Body.Of(value).UsesOf(parameter).Any(Locals.IsWritten)
        || value is ILocalReferenceOperation local && Locals.ValueOf(local) is not null
        || value.ConstantValue.HasValue;
}
