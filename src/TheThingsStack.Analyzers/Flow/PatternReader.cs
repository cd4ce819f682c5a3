using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>Says which properties of a message a pattern reads.</summary>
internal static class PatternReader
{
    public static IEnumerable<MessageUse> Read(IPatternOperation pattern, SyntaxNode anchor, string path)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return Read(negated.Pattern, anchor, path);
            case IBinaryPatternOperation binary:
                return Read(binary.LeftPattern, anchor, path).Concat(Read(binary.RightPattern, anchor, path));
            case IDeclarationPatternOperation { DeclaredSymbol: not null } declaration:
                return Values.IsImmutable(declaration.InputType) ? [] : [new Escape(anchor, path)];
            case IRecursivePatternOperation recursive:
                var declared = recursive.DeclaredSymbol is null || Values.IsImmutable(recursive.InputType) ? [] : new[] { new Escape(anchor, path) };
                return recursive.PropertySubpatterns.SelectMany(sub => OfProperty(sub, anchor, path)).Concat(declared);
            case IConstantPatternOperation or IRelationalPatternOperation or ITypePatternOperation or IDiscardPatternOperation or IDeclarationPatternOperation:
                return [];
            default:
                return [new Escape(anchor, path)];
        }
    }

    private static IEnumerable<MessageUse> OfProperty(IPropertySubpatternOperation sub, SyntaxNode anchor, string path)
    {
        if (sub.Member is not IPropertyReferenceOperation member || !MessageSymbols.IsField(member.Property))
            return [];
        var below = Assignment.Below(path, member.Property);
        var inner = Read(sub.Pattern, anchor, below);
        return ReadsBelow(sub.Pattern) ? inner : inner.Prepend(new Reading(anchor, below, member));
    }

    private static bool ReadsBelow(IPatternOperation pattern) => pattern is IRecursivePatternOperation recursive
        && recursive.PropertySubpatterns.Any(static sub => sub.Member is IPropertyReferenceOperation member && MessageSymbols.IsField(member.Property));
}
