using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>Judges texts that are handed to parameters marked as masks: <c>[StringSyntax("FieldMask")]</c>.</summary>
internal static class MaskTexts
{
    private const string Mark = "FieldMask";

    public static IEnumerable<Diagnostic> Judge(IInvocationOperation invocation, ApiSymbols api)
    {
        if (!api.TakesText(invocation.TargetMethod))
            yield break;
        foreach (var argument in invocation.Arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { Type.SpecialType: SpecialType.System_String } parameter }
                || MessageOf(parameter, api) is not { } type
                || api.MessageOf(type) is not { } message
                || TextOrigin.Of(argument.Value) is not { } origin
                || TextMask.Read(message, origin) is not { } mask)
                continue;
            foreach (var diagnostic in UnknownPath.Judge(mask).Concat(OneofConflict.Judge(mask)).Concat(RedundantPath.Judge(mask)))
                yield return diagnostic;
            if (IsParse(invocation, api) && argument.Value.Syntax == origin.Syntax && mask.Paths.All(static path => path.Node is not null))
                yield return TypedMask.Report(invocation.Syntax.GetLocation(), mask);
        }
    }

    /// <summary>The message that a text selects from when it is handed to a parameter; null where the parameter takes no mask.</summary>
    public static INamedTypeSymbol? MessageOf(IParameterSymbol parameter, ApiSymbols api)
    {
        if (MarkOf(parameter) is not { } mark)
            return null;
        if (api.MessageOfMask(parameter.ContainingType) is not null)
            return parameter.ContainingType.TypeArguments[0] as INamedTypeSymbol;
        // Elsewhere, which message it is stands beside the mark.
        return mark.ConstructorArguments is [_, { Kind: TypedConstantKind.Array, Values: [{ Value: INamedTypeSymbol message }, ..] }] ? message : null;
    }

    private static bool IsParse(IInvocationOperation invocation, ApiSymbols api) =>
        invocation.TargetMethod.Name == "Parse" && SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.ContainingType.OriginalDefinition, api.Mask);

    /// <summary>What marks a parameter as a mask; null where nothing does.</summary>
    public static AttributeData? MarkOf(IParameterSymbol parameter) => parameter.Type.SpecialType != SpecialType.System_String ? null
        : parameter.OriginalDefinition.GetAttributes().FirstOrDefault(static attribute =>
            attribute is { AttributeClass.Name: "StringSyntaxAttribute", ConstructorArguments: [{ Value: Mark }, ..] });
}
