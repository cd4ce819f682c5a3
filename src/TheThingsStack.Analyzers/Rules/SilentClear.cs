using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A path that is named in the mask of a write, and that nothing was set for.</summary>
internal static class SilentClear
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS2202", nameof(SilentClear), Rule.Masks,
        "A field is cleared that was not set",
        "'{0}' is in the mask of {1}, but nothing is set for it: what is stored there is cleared",
        "What the mask names and the request does not have is cleared on the server. To clear a field on purpose, set its property to null.");

    public static IEnumerable<Diagnostic> Judge(MaskedCall call, Contents contents) =>
        call.InEveryBranch((_, mask, node) => IsCleared(call, mask, node, contents)) is { Count: > 0 } cleared ? Report(call, contents, cleared) : [];

    private static IEnumerable<Diagnostic> Report(MaskedCall call, Contents contents, IReadOnlyList<MaskPath> cleared)
    {
        foreach (var place in cleared.Where(path => !StandsForAll(path, call)).GroupBy(call.Place))
        {
            var first = place.First();
            var properties = first.Location == place.Key ? FixProperties.Removal : ImmutableDictionary<string, string?>.Empty;
            yield return Diagnostic.Create(
                Descriptor, place.Key, Places(place.Key, contents), WithNull(properties, first.Node!, contents),
                string.Join("', '", place.Select(static path => path.Text)), call.Rpc.Name);
        }
    }

    private static bool IsCleared(MaskedCall call, MaskValue mask, PathNode path, Contents contents) =>
        !IsTouched(path, contents)
        && call.Rpc.Allows(path)
        && !WrittenFields.NeedNoMask(path) && !path.IsWrappedValue && !IsDelete(call, path)
        && !IsBelowAnother(path, mask)
        && AnswerFields.Lack(contents.Reads, path);

    private static bool IsBelowAnother(PathNode path, MaskValue mask) =>
        mask.Paths.Exists(other => other.Node is { } node && node.Path != path.Path && node.Covers(path));

    private static bool IsDelete(MaskedCall call, PathNode path) => Array.Exists(call.Rpc.Rules, rule => rule.Deletes == path.Path);

    private static bool IsTouched(PathNode path, Contents contents) =>
        path.IsOneof ? path.Children.Any(member => contents.IsTouched(member.MemberPath)) : contents.IsTouched(path.MemberPath);

    /// <summary>Whoever names everything that the RPC can store replaces the whole entity, and means it.</summary>
    private static bool StandsForAll(MaskPath path, MaskedCall call) =>
        call.Masks!.Any(mask => mask.Paths.Any(other => other.Text != path.Text && other.Location == path.Location));

    private static IEnumerable<Location> Places(Location path, Contents contents) =>
        contents.Creation is { } creation ? [path, creation.Syntax.GetLocation()] : [path];

    private static ImmutableDictionary<string, string?> WithNull(ImmutableDictionary<string, string?> properties, PathNode path, Contents contents) =>
        contents.Creation is not null && path.Parent == path.Root && !path.IsOneof ? properties.Add(FixProperties.Properties, path.Property) : properties;
}
