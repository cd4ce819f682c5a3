using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A property that is set, and then not sent.</summary>
internal static class LostUpdate
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS2201", nameof(LostUpdate), Rule.Masks,
        "A property is set but not stored",
        "'{0}' is set, but the mask of {1} does not name it: it is not stored",
        "The server stores what the mask names and ignores everything else that is in the request.");

    public static IEnumerable<Diagnostic> Judge(IReadOnlyList<Observation> observations)
    {
        var lost = new Dictionary<Assignment, MaskedCall>();
        var used = new HashSet<Assignment>();
        foreach (var (use, contents) in observations)
        {
            if (contents is null)
                continue;
            if (use is Sending { Call: { Masks: not null } call })
                Send(call, contents, lost, used);
            else
                Use(use, contents, used);
        }

        return lost.Where(pair => !used.Contains(pair.Key)).Select(static pair => Report(pair.Key, pair.Value));
    }

    /// <summary>What is read, sent whole, or handed on is not lost, whatever a mask says.</summary>
    private static void Use(MessageUse use, Contents contents, HashSet<Assignment> used)
    {
        var path = use switch
        {
            Reading reading => reading.Path,
            Escape escape => escape.Path,
            Sending => "",
            _ => null,
        };
        if (path is null)
            return;
        foreach (var pair in contents.Entries)
        {
            if (Contents.Overlap(pair.Key, path))
                Add(pair.Value.Assignments, used);
        }
    }

    private static void Send(MaskedCall call, Contents contents, Dictionary<Assignment, MaskedCall> lost, HashSet<Assignment> used)
    {
        foreach (var pair in contents.Entries)
        {
            var (path, entry) = (pair.Key, pair.Value);
            if (call.Rpc.Message.FindMember(path) is not { } node || call.MayName(node))
            {
                Add(entry.Assignments, used);
                continue;
            }

            if (WrittenFields.NeedNoMask(node) || IsPart(node, entry, contents))
                continue;
            foreach (var assignment in entry.Assignments)
            {
                if (assignment.Kind != ValueKind.Null && !lost.ContainsKey(assignment))
                    lost.Add(assignment, call);
            }
        }
    }

    private static void Add(Assignment[] assignments, HashSet<Assignment> used)
    {
        foreach (var assignment in assignments)
            used.Add(assignment);
    }

    /// <summary>Whether something else stands for the path: what is set below it, or the member of a oneof that it belongs to, which is written whole.</summary>
    private static bool IsPart(PathNode path, Entry entry, Contents contents) =>
        path.Above().Any(above => above.IsOneofMember && contents.Entries.ContainsKey(above.MemberPath))
        || entry.Kind == ValueKind.Message && !path.IsOneofMember;

    private static Diagnostic Report(Assignment assignment, MaskedCall call)
    {
        var path = call.Rpc.Message.FindMember(assignment.Path)!;
        var written = path.SelfAndAbove().LastOrDefault(static node => node.IsOneofMember) ?? path;
        var missing = call.Rpc.Rules.Select(rule => rule.Accepted(written)).FirstOrDefault(static accepted => accepted is not null);
        return MaskList.Of(call) is { } list
            ? Diagnostic.Create(Descriptor, assignment.Place, [list], FixProperties.Missing(missing), path.Path, call.Rpc.Name)
            : Diagnostic.Create(Descriptor, assignment.Place, path.Path, call.Rpc.Name);
    }
}
