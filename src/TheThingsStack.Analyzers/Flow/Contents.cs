using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>What was set at one path.</summary>
/// <param name="Kind">What it was set to.</param>
/// <param name="IsCertain">Whether it was set on every way to where this holds.</param>
/// <param name="Assignments">The places at which it may have been set, each once.</param>
internal sealed record Entry(ValueKind Kind, bool IsCertain, Assignment[] Assignments)
{
    public static Entry Of(Assignment assignment) => new(assignment.Kind, true, [assignment]);

    public Entry Or(Entry other) => new(Values.Either(Kind, other.Kind), IsCertain && other.IsCertain, [.. Assignments.Union(other.Assignments)]);

    public bool Equals(Entry? other) =>
        other is not null && Kind == other.Kind && IsCertain == other.IsCertain && Assignments.Length == other.Assignments.Length && Assignments.All(other.Assignments.Contains);

    public override int GetHashCode() => (Kind, IsCertain, Assignments.Length).GetHashCode();
}

/// <summary>What is known of a message at one place of a method: where it came from, and what was set on it since. Immutable.</summary>
internal sealed class Contents
{
    private static readonly Dictionary<string, Entry> Nothing = [];

    // A message has few entries: to copy them costs less than a structure that shares them.
    private readonly Dictionary<string, Entry> _entries;

    private Contents(MaskedCall[] reads, IObjectCreationOperation? creation, Dictionary<string, Entry> entries)
    {
        Reads = reads;
        Creation = creation;
        _entries = entries;
    }

    /// <summary>The calls that may have returned it; none where it was made in this method.</summary>
    public MaskedCall[] Reads { get; }

    public bool IsCreated => Reads.Length == 0;

    /// <summary>Where it was made, if that is one place of this method.</summary>
    public IObjectCreationOperation? Creation { get; }

    /// <summary>What was set, by the properties that lead there.</summary>
    public Dictionary<string, Entry> Entries => _entries;

    /// <summary>A message that is made here.</summary>
    public static Contents Created(IObjectCreationOperation creation) =>
        new Contents([], creation, Nothing).Set(Assignment.Within(creation.Initializer));

    /// <summary>A message that a call returned.</summary>
    public static Contents Returned(MaskedCall call) => new([call], null, Nothing);

    /// <summary>What holds where two ways meet; null where nothing does.</summary>
    public static Contents? Join(Contents one, Contents other)
    {
        if (ReferenceEquals(one, other))
            return one;
        if (one.IsCreated != other.IsCreated)
            return null;
        var entries = new Dictionary<string, Entry>(one._entries.Count + other._entries.Count, StringComparer.Ordinal);
        foreach (var pair in one._entries)
            entries[pair.Key] = pair.Value with { IsCertain = false };
        foreach (var pair in other._entries)
            entries[pair.Key] = one._entries.TryGetValue(pair.Key, out var own) ? own.Or(pair.Value) : pair.Value with { IsCertain = false };
        return new([.. one.Reads.Union(other.Reads)], one.Creation == other.Creation ? one.Creation : null, entries);
    }

    public Contents Set(List<Assignment> assignments)
    {
        if (assignments.Count == 0)
            return this;
        var entries = Copy(assignments.Count);
        foreach (var assignment in assignments)
            Put(entries, assignment.Path, Entry.Of(assignment));
        return new(Reads, Creation, entries);
    }

    /// <summary>Sets what is null: <c>??=</c>.</summary>
    public Contents SetIfNull(List<Assignment> assignments)
    {
        var path = assignments[0].Path;
        if (_entries.TryGetValue(path, out var entry))
            return entry.IsCertain && Values.IsSet(entry.Kind) ? this : With(path, new(ValueKind.Value, true, entry.Assignments));
        return IsCreated && IsAbsent(path) ? Set(assignments) : With(path, new(ValueKind.Value, true, []));
    }

    /// <summary>Forgets what lies below a path: somebody else can change it from here on.</summary>
    public Contents Expose(string path)
    {
        if (IsCreated && IsAbsent(path))
            return this;
        var entry = _entries.TryGetValue(path, out var known) ? known : new(ValueKind.Unknown, false, []);
        var entries = Copy(1);
        Put(entries, path, entry.Kind == ValueKind.Null ? entry : entry with { Kind = Values.IsSet(entry.Kind) ? ValueKind.Value : ValueKind.Unknown });
        return new(Reads, Creation, entries);
    }

    /// <summary>Whether something may have been set at a path, above it or below it.</summary>
    public bool IsTouched(string path)
    {
        foreach (var entry in _entries)
        {
            if (Overlap(entry.Key, path))
                return true;
        }

        return false;
    }

    public bool HasBelow(string path)
    {
        foreach (var entry in _entries)
        {
            if (IsBelow(entry.Key, path))
                return true;
        }

        return false;
    }

    /// <summary>Whether a path of a message that is made here is seen to be null.</summary>
    public bool IsAbsent(string path)
    {
        if (_entries.TryGetValue(path, out var entry))
            return entry.Kind == ValueKind.Null;
        return !HasBelow(path) && Above(path).All(above =>
            !_entries.TryGetValue(above, out var parent) || parent.Kind is ValueKind.Message or ValueKind.Null);
    }

    /// <summary>The paths above one, the longest first.</summary>
    public static IEnumerable<string> Above(string path)
    {
        for (var end = path.LastIndexOf('.'); end > 0; end = path.LastIndexOf('.', end - 1))
            yield return path.Substring(0, end);
    }

    public static bool Overlap(string one, string other) => one == other || IsBelow(one, other) || IsBelow(other, one);

    public bool Same(Contents other) =>
        Reads.Length == other.Reads.Length && Reads.All(other.Reads.Contains) && Creation == other.Creation && _entries.Count == other._entries.Count
        && _entries.All(pair => other._entries.TryGetValue(pair.Key, out var entry) && entry.Equals(pair.Value));

    private Contents With(string path, Entry entry)
    {
        var entries = Copy(1);
        entries[path] = entry;
        return new(Reads, Creation, entries);
    }

    /// <summary>The entries, with room for more.</summary>
    private Dictionary<string, Entry> Copy(int more)
    {
        var entries = new Dictionary<string, Entry>(_entries.Count + more, StringComparer.Ordinal);
        foreach (var pair in _entries)
            entries.Add(pair.Key, pair.Value);
        return entries;
    }

    /// <summary>Puts an entry in the place of those below it.</summary>
    private static void Put(Dictionary<string, Entry> entries, string path, Entry entry)
    {
        List<string>? below = null;
        foreach (var other in entries)
        {
            if (IsBelow(other.Key, path))
                (below ??= []).Add(other.Key);
        }

        below?.ForEach(other => entries.Remove(other));
        entries[path] = entry;
    }

    private static bool IsBelow(string path, string above) =>
        above.Length == 0 || path.Length > above.Length && path[above.Length] == '.' && path.StartsWith(above, StringComparison.Ordinal);
}
