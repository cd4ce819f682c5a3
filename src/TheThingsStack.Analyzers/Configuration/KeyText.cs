using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Configuration;

/// <summary>Finds API keys in literals, and in what the compiler puts together from constants.</summary>
internal static class KeyText
{
    /// <summary>Stands for what is not constant.</summary>
    private const char Hole = '\0';

    public static void Judge(Body body, OperationBlockAnalysisContext context)
    {
        foreach (var literal in body.Literals.Where(HoldsKey))
            Report(context, PlaceOfKey(literal));
        foreach (var composition in body.Compositions.Where(IsKey))
            Report(context, composition.Syntax.GetLocation());
    }

    private static void Report(OperationBlockAnalysisContext context, Location location) =>
        context.ReportDiagnostic(Diagnostic.Create(ApiKeyInSource.Descriptor, location));

    /// <summary>Whether a part of a literal is a key. Escapes only make a literal longer than its text.</summary>
    private static bool HoldsKey(IOperation literal) =>
        literal.Syntax.Span.Length >= ApiKeyInSource.Length && ConstantOf(literal) is { } text && ApiKeyInSource.IndexIn(text) >= 0;

    private static Location PlaceOfKey(IOperation literal)
    {
        var whole = literal.Parent is IInterpolatedStringTextOperation { Parent: { } interpolated } ? interpolated : literal;
        var origin = TextOrigin.Of(whole);
        var start = origin is null ? -1 : ApiKeyInSource.IndexIn(origin.Text);
        return start < 0 ? literal.Syntax.GetLocation() : origin!.At(start, ApiKeyInSource.Length);
    }

    /// <summary>Whether a concatenation or an interpolated string is, as a whole, a key that none of its parts has alone.</summary>
    private static bool IsKey(IOperation composition)
    {
        if (!IsText(composition) || IsPart(composition))
            return false;
        var parts = new List<string>();
        AddParts(composition, parts);
        return parts.Sum(static part => part.Length) >= ApiKeyInSource.Length
            && ApiKeyInSource.IndexIn(string.Concat(parts)) >= 0 && !parts.Exists(static part => ApiKeyInSource.IndexIn(part) >= 0);
    }

    /// <summary>Whether it makes a string, or the bytes of <c>u8</c> literals.</summary>
    private static bool IsText(IOperation operation) =>
        operation is not IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add }
        && (operation.Type?.SpecialType == SpecialType.System_String || operation.Type is { Name: "ReadOnlySpan" } || operation is IInterpolatedStringOperation);

    private static bool IsPart(IOperation operation) => operation.Parent switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } => true,
        IInterpolationOperation => true,
        IConversionOperation { OperatorMethod: null } conversion => IsPart(conversion),
        _ => false,
    };

    private static void AddParts(IOperation operation, List<string> parts)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsText(sum):
                foreach (var operand in Concatenation.Operands(sum))
                    AddParts(operand, parts);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                    AddParts(part, parts);
                break;
            case IInterpolatedStringTextOperation text:
                AddParts(text.Text, parts);
                break;
            case IInterpolationOperation { FormatString: null, Alignment: null } interpolation:
                AddParts(interpolation.Expression, parts);
                break;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var argument, ..] } }:
                AddParts(argument.Value, parts);
                break;
            case IConversionOperation { OperatorMethod: null } conversion:
                AddParts(conversion.Operand, parts);
                break;
            default:
                parts.Add(ConstantOf(operation) ?? Hole.ToString());
                break;
        }
    }

    private static string? ConstantOf(IOperation operation) => operation switch
    {
        IUtf8StringOperation utf8 => utf8.Value,
        { ConstantValue: { HasValue: true, Value: string or char } constant } => constant.Value.ToString(),
        _ => null,
    };
}
