using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>The <c>.value</c> of a wrapper in the mask of a write that has no value for it.</summary>
internal static class WrapperValue
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS2207", nameof(WrapperValue), Rule.Masks,
        "A zero is stored where nothing was set",
        "'{0}' without a value leaves an explicit zero behind: to clear the field, name '{1}'",
        "A field that is in a wrapper is cleared by the path of the wrapper. The path of the value within it stores a zero.");

    public static IEnumerable<Diagnostic> Judge(MaskedCall call, Contents contents) => !contents.IsCreated ? []
        : call.InEveryBranch((_, _, node) => node.IsWrappedValue && contents.IsAbsent(node.MemberPath) && call.Rpc.Allows(node)).Select(path => Report(call, path));

    private static Diagnostic Report(MaskedCall call, MaskPath path)
    {
        var wrapper = path.Node!.Parent!;
        var place = call.Place(path);
        var properties = place == path.Location ? FixProperties.Replace(wrapper) : ImmutableDictionary<string, string?>.Empty;
        return Diagnostic.Create(Descriptor, place, properties, path.Text, wrapper.Path);
    }
}
