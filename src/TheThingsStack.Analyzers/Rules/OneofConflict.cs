using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>Two members of one oneof, of which at most one can be set.</summary>
internal static class OneofConflict
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS2204", nameof(OneofConflict), Rule.Masks,
        "Two members of one oneof",
        "'{0}' and '{1}' are members of one oneof, of which at most one is set: {2}",
        "Members of a oneof exclude each other. The server refuses masks that lead into two of them, and takes only one that is set.");

    /// <summary>Reports the later one of each pair within a mask.</summary>
    public static IEnumerable<Diagnostic> Judge(MaskValue mask) =>
        mask.Paths.Exists(static path => path.Node is { IsWithinOneof: true }) ? JudgeMembers(mask) : [];

    private static IEnumerable<Diagnostic> JudgeMembers(MaskValue mask)
    {
        for (var i = 1; i < mask.Paths.Count; i++)
        {
            if (mask.Paths[i].Node is not { } node || mask.Paths.Take(i).FirstOrDefault(other => Excludes(node, other.Node)) is not { } first)
                continue;
            var oneof = node.SelfAndAbove().First(member => member.IsOneofMember && !member.Covers(first.Node!) && member.Parent!.Covers(first.Node!)).Parent!;
            yield return Diagnostic.Create(
                Descriptor, mask.Paths[i].Location, [mask.Paths[i].Item, first.Location],
                FixProperties.Replace(oneof), first.Text, node.Path, $"name one of them, or '{oneof.Path}'");
        }
    }

    /// <summary>Reports the later ones of those that an object initializer sets.</summary>
    public static IEnumerable<Diagnostic> Judge(IObjectOrCollectionInitializerOperation initializer) =>
        initializer.Initializers.Length > 1 && MessageSymbols.HasOneofs(initializer.Type) ? JudgeMembers(initializer) : [];

    private static IEnumerable<Diagnostic> JudgeMembers(IObjectOrCollectionInitializerOperation initializer)
    {
        var set = new List<Assignment>();
        foreach (var assignment in initializer.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is not IPropertyReferenceOperation { Arguments.IsEmpty: true } target || !Values.IsSet(Values.KindOf(assignment.Value)))
                continue;
            var member = new Assignment(target.Property.Name, target, ValueKind.Value);
            if (MessageSymbols.OneofOf(target.Property) is { } oneof && set.Find(other => other.Path != member.Path && oneof.Contains(other.Path)) is { } first)
                yield return Report(member, first);
            set.Add(member);
        }
    }

    /// <summary>Reports members that are set one after the other; where one is set to null as well, both may never be set at once.</summary>
    public static IEnumerable<Diagnostic> Judge(IReadOnlyList<Observation> observations)
    {
        foreach (var (use, contents) in observations)
        {
            if (contents is null || use is not Setting { IfNull: false, Assignments: [{ Kind: not ValueKind.Null } set, ..] } || MessageSymbols.OneofOf(set.Property) is not { } oneof || !Values.IsSet(set.Kind))
                continue;
            if (OtherOf(set, oneof, contents) is { } other && !IsCleared(set, other, observations))
                yield return Report(set, other);
        }
    }

    /// <summary>Another member of a oneof that is set already.</summary>
    private static Assignment? OtherOf(Assignment set, IReadOnlyList<string> oneof, Contents contents)
    {
        var parent = set.Path.Substring(0, set.Path.Length - set.Property.Name.Length);
        return oneof.Where(name => name != set.Property.Name)
            .Select(name => contents.Entries.TryGetValue(parent + name, out var entry) && entry.IsCertain && Values.IsSet(entry.Kind) ? entry.Assignments.FirstOrDefault() : null)
            .FirstOrDefault(static member => member is not null);
    }

    private static bool IsCleared(Assignment one, Assignment other, IReadOnlyList<Observation> observations) =>
        observations.Any(observation => observation.Use is Setting { Assignments: [{ Kind: ValueKind.Null or ValueKind.Unknown } cleared, ..] }
            && (cleared.Path == one.Path || cleared.Path == other.Path));

    private static Diagnostic Report(Assignment member, Assignment first) => Diagnostic.Create(
        Descriptor, member.Place, [member.Place, first.Place], FixProperties.Removal, first.Property.Name, member.Property.Name, "set one of them");

    private static bool Excludes(PathNode node, PathNode? other) =>
        other is not null && node.SelfAndAbove().Any(member => member.IsOneofMember && !member.Covers(other) && member.Parent!.Covers(other) && member.Parent.Path != other.Path);
}
