using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A path in a text that the message does not have.</summary>
internal static class UnknownPath
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Error(
        "TTS2001", nameof(UnknownPath), Rule.Masks,
        "Unknown path in a field mask",
        "'{0}' is not a path of {1}: {2}",
        "The server compares paths to the letter and refuses the whole request for one that it does not know.");

    /// <summary>Reports the segment that is wrong; a fix replaces the whole path.</summary>
    public static IEnumerable<Diagnostic> Judge(MaskValue mask)
    {
        foreach (var path in mask.Paths.OfType<TextPath>().Where(static path => path.Node is null))
            yield return Report(path, mask.Message);
    }

    private static Diagnostic Report(TextPath path, PathNode message)
    {
        var repair = PathRepair.Of(message, path.Text);
        var whole = path.Origin.At(path.Start, path.Text.Length);
        var properties = repair.Meant is { } meant && path.Origin.IsExact(path.Start, path.Text.Length)
            ? FixProperties.Replace(meant.Path)
            : ImmutableDictionary<string, string?>.Empty;
        return Diagnostic.Create(Descriptor, path.Origin.At(path.Start + repair.Start, repair.Length), [whole], properties, path.Text, message.Name, repair.Reason);
    }
}
