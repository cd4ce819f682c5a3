using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>An update of an API key that deletes it.</summary>
internal static class ApiKeyDeleted
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS2206", nameof(ApiKeyDeleted), Rule.Masks,
        "The update deletes the API key",
        "{0}, and without {1} the server deletes the {2}",
        "The server deletes an API key whose rights are written and empty, and takes an empty mask for one that names the rights.");

    /// <param name="call">The call.</param>
    /// <param name="contents">What is known of the key; null for nothing.</param>
    public static IEnumerable<Diagnostic> Judge(MaskedCall call, Contents? contents)
    {
        if (call.Rpc.Rules[0].Deletes is not { } name || call.Rpc.Message.Find(name) is not { } deleting)
            return [];
        if (call.IsInferred)
            return contents is null ? [] : OfEmptyList(call, contents, deleting);
        if (call.Masks is not { Length: > 0 } masks || contents is not null && !Lacks(contents, deleting))
            return [];
        if (masks.All(static mask => mask.Paths.Count == 0))
            return [Report(call, call.Mask!.Syntax.GetLocation(), $"An empty mask stands for {name}", deleting)];
        if (contents is null || !masks.All(mask => mask.Paths.Count == 0 || mask.Covers(deleting)))
            return [];
        var path = masks.SelectMany(static mask => mask.Paths).First(path => path.Node?.Covers(deleting) is true);
        var canGo = call.Place(path) == path.Location && masks.All(mask => mask.Paths.Any(other => other.Node?.Covers(deleting) is false));
        return [Report(call, call.Place(path), $"'{name}' is in the mask", deleting, canGo)];
    }

    private static IEnumerable<Diagnostic> OfEmptyList(MaskedCall call, Contents contents, PathNode deleting) =>
        contents.Entries.TryGetValue(deleting.MemberPath, out var entry) && entry is { Kind: ValueKind.Empty, IsCertain: true }
            ? entry.Assignments.Select(assignment => Report(call, assignment.Place, $"'{deleting.Path}' is set to an empty list", deleting))
            : [];

    private static bool Lacks(Contents contents, PathNode deleting) =>
        contents.Entries.TryGetValue(deleting.MemberPath, out var entry)
            ? entry.Kind is ValueKind.Null or ValueKind.Empty
            : contents.IsCreated && contents.IsAbsent(deleting.MemberPath);

    // A mask that is left without paths would delete the key, too.
    private static Diagnostic Report(MaskedCall call, Location place, string reason, PathNode deleting, bool canGo = false) =>
        Diagnostic.Create(Descriptor, place, canGo ? FixProperties.Removal : ImmutableDictionary<string, string?>.Empty, reason, deleting.Path, call.Rpc.Message.Name);
}
