using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A mask in a text that the compiler could check.</summary>
internal static class TypedMask
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Info(
        "TTS2301", nameof(TypedMask), Rule.Migration,
        "The mask can be typed",
        "This mask can be written with the paths of {0}, which the compiler checks and the editor completes",
        "A mask in a text is read when the program runs. A typed one costs nothing then, and follows when the API changes.");

    public static Diagnostic Report(Location parse, MaskValue mask) => Diagnostic.Create(
        Descriptor, parse, ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Properties, string.Join(",", mask.Paths.Select(static path => path.Node!.PropertyPath))),
        mask.Message.Name);
}
