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
        foreach (var argument in invocation.Arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { Type.SpecialType: SpecialType.System_String } parameter }
                || MarkOf(parameter) is not { } mark
                || TextOrigin.Of(argument.Value) is not { } origin)
                continue;
            var message = api.MessageOfMask(invocation.TargetMethod.ContainingType) ?? MessageOf(mark, api);
            if (message is null || TextMask.Read(message, origin) is not { } mask)
                continue;
            foreach (var diagnostic in UnknownPath.Judge(mask).Concat(OneofConflict.Judge(mask)).Concat(RedundantPath.Judge(mask)))
                yield return diagnostic;
            if (IsParse(invocation, api) && argument.Value.Syntax == origin.Syntax && mask.Paths.All(static path => path.Node is not null))
                yield return TypedMask.Report(invocation.Syntax.GetLocation(), mask);
        }
    }

    private static bool IsParse(IInvocationOperation invocation, ApiSymbols api) =>
        invocation.TargetMethod.Name == "Parse" && SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.ContainingType.OriginalDefinition, api.Mask);

    private static AttributeData? MarkOf(IParameterSymbol parameter) => parameter.OriginalDefinition.GetAttributes().FirstOrDefault(static attribute =>
        attribute is { AttributeClass.Name: "StringSyntaxAttribute", ConstructorArguments: [{ Value: Mark }, ..] });

    // Which message the text selects from is the second argument, where it is given.
    private static PathNode? MessageOf(AttributeData mark, ApiSymbols api) =>
        mark.ConstructorArguments is [_, { Kind: TypedConstantKind.Array, Values: [{ Value: INamedTypeSymbol message }, ..] }] ? api.MessageOf(message) : null;
}
