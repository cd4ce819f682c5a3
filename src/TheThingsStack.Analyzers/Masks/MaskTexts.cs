using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Masks;

/// <summary>Judges texts that are handed to parameters marked as masks: <c>[StringSyntax("FieldMask")]</c>.</summary>
internal static class MaskTexts
{
    private const string Mark = "FieldMask";

    /// <summary>Judges what the calls and creations of a body are handed.</summary>
    public static IEnumerable<Diagnostic> Judge(Body body, ApiSymbols api) =>
        body.Invocations.Where(call => api.Concerns(call.TargetMethod)).SelectMany(call => Judge(call, api))
            .Concat(body.Creations.SelectMany(creation => Judge(creation, api)));

    public static IEnumerable<Diagnostic> Judge(IInvocationOperation invocation, ApiSymbols api) =>
        api.TakesText(invocation.TargetMethod) ? JudgeTexts(invocation, api) : [];

    private static IEnumerable<Diagnostic> JudgeTexts(IInvocationOperation invocation, ApiSymbols api)
    {
        foreach (var (text, mask) in Masks(invocation.Arguments, api))
        {
            foreach (var diagnostic in Judge(mask))
                yield return diagnostic;
            if (IsParse(invocation, api) && text.Parent is IArgumentOperation && mask.Paths.All(static path => path.Node is not null))
                yield return TypedMask.Report(invocation.Syntax.GetLocation(), mask);
        }
    }

    public static IEnumerable<Diagnostic> Judge(IObjectCreationOperation creation, ApiSymbols api) =>
        creation.Constructor is { Parameters.IsEmpty: false } constructor && api.Concerns(constructor) && api.TakesText(constructor)
            ? Masks(creation.Arguments, api).SelectMany(static found => Judge(found.Mask)) : [];

    private static IEnumerable<Diagnostic> Judge(MaskValue mask) => UnknownPath.Judge(mask).Concat(OneofConflict.Judge(mask)).Concat(RedundantPath.Judge(mask));

    /// <summary>The masks that arguments are, one for each branch.</summary>
    private static IEnumerable<(IOperation Text, MaskValue Mask)> Masks(ImmutableArray<IArgumentOperation> arguments, ApiSymbols api)
    {
        foreach (var argument in arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { Type.SpecialType: SpecialType.System_String } parameter }
                || MessageOf(parameter, api) is not { } type
                || api.MessageOf(type) is not { } message)
                continue;
            foreach (var text in Branches(argument.Value))
            {
                if (TextOrigin.Of(text) is { } origin && TextMask.Read(message, origin) is { } mask)
                    yield return (text, mask);
            }
        }
    }

    private static IEnumerable<IOperation> Branches(IOperation text) => text switch
    {
        IConditionalOperation { WhenFalse: { } other } conditional => Branches(conditional.WhenTrue).Concat(Branches(other)),
        ICoalesceOperation coalesce => Branches(coalesce.Value).Concat(Branches(coalesce.WhenNull)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => Branches(arm.Value)),
        _ => [text],
    };

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
