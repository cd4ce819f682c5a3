using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>What was set at one path.</summary>
/// <param name="Kind">What it was set to.</param>
/// <param name="IsCertain">Whether it was set on every way to where this holds.</param>
/// <param name="Assignments">The places at which it may have been set.</param>
internal sealed record Entry(ValueKind Kind, bool IsCertain, ImmutableHashSet<Assignment> Assignments)
{
    public static Entry Of(Assignment assignment) => new(assignment.Kind, true, ImmutableHashSet.Create(assignment));

    public Entry Or(Entry other) => new(Values.Either(Kind, other.Kind), IsCertain && other.IsCertain, Assignments.Union(other.Assignments));

    public bool Equals(Entry? other) => other is not null && Kind == other.Kind && IsCertain == other.IsCertain && Assignments.SetEquals(other.Assignments);

    public override int GetHashCode() => (Kind, IsCertain, Assignments.Count).GetHashCode();
}

/// <summary>What is known of a message at one place of a method: where it came from, and what was set on it since. Immutable.</summary>
internal sealed class Contents
{
    private readonly ImmutableDictionary<string, Entry> _entries;

    private Contents(ImmutableHashSet<MaskedCall> reads, IObjectCreationOperation? creation, ImmutableDictionary<string, Entry> entries)
    {
        Reads = reads;
        Creation = creation;
        _entries = entries;
    }

    /// <summary>The calls that may have returned it; none where it was made in this method.</summary>
    public ImmutableHashSet<MaskedCall> Reads { get; }

    public bool IsCreated => Reads.IsEmpty;

    /// <summary>Where it was made, if that is one place of this method.</summary>
    public IObjectCreationOperation? Creation { get; }

    /// <summary>What was set, by the properties that lead there.</summary>
    public IReadOnlyDictionary<string, Entry> Entries => _entries;

    /// <summary>A message that is made here.</summary>
    public static Contents Created(IObjectCreationOperation creation) =>
        new Contents(ImmutableHashSet<MaskedCall>.Empty, creation, ImmutableDictionary<string, Entry>.Empty).Set(Assignment.Within(creation.Initializer));

    /// <summary>A message that a call returned.</summary>
    public static Contents Returned(MaskedCall call) => new(ImmutableHashSet.Create(call), null, ImmutableDictionary<string, Entry>.Empty);

    /// <summary>What holds where two ways meet; null where nothing does.</summary>
    public static Contents? Join(Contents one, Contents other)
    {
        if (ReferenceEquals(one, other))
            return one;
        if (one.IsCreated != other.IsCreated)
            return null;
        var entries = one._entries.ToBuilder();
        foreach (var path in one._entries.Keys.Where(path => !other._entries.ContainsKey(path)))
            entries[path] = one._entries[path] with { IsCertain = false };
        foreach (var pair in other._entries)
            entries[pair.Key] = one._entries.TryGetValue(pair.Key, out var own) ? own.Or(pair.Value) : pair.Value with { IsCertain = false };
        return new(one.Reads.Union(other.Reads), one.Creation == other.Creation ? one.Creation : null, entries.ToImmutable());
    }

    public Contents Set(IEnumerable<Assignment> assignments) => assignments.Aggregate(this, static (contents, assignment) => contents.Set(assignment));

    /// <summary>Sets what is null: <c>??=</c>.</summary>
    public Contents SetIfNull(IReadOnlyList<Assignment> assignments)
    {
        var path = assignments[0].Path;
        if (_entries.TryGetValue(path, out var entry))
            return entry.IsCertain && Values.IsSet(entry.Kind) ? this : With(path, new(ValueKind.Value, true, entry.Assignments));
        return IsCreated && IsAbsent(path) ? Set(assignments) : With(path, new(ValueKind.Value, true, ImmutableHashSet<Assignment>.Empty));
    }

    /// <summary>Forgets what lies below a path: somebody else can change it from here on.</summary>
    public Contents Expose(string path)
    {
        if (IsCreated && IsAbsent(path))
            return this;
        var entry = _entries.TryGetValue(path, out var known) ? known : new(ValueKind.Unknown, false, ImmutableHashSet<Assignment>.Empty);
        return Without(path).With(path, entry.Kind == ValueKind.Null ? entry : entry with { Kind = Values.IsSet(entry.Kind) ? ValueKind.Value : ValueKind.Unknown });
    }

    /// <summary>Whether something may have been set at a path, above it or below it.</summary>
    public bool IsTouched(string path) => _entries.Keys.Any(other => Overlap(other, path));

    public bool HasBelow(string path) => _entries.Keys.Any(other => IsBelow(other, path));

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
        Reads.SetEquals(other.Reads) && Creation == other.Creation && _entries.Count == other._entries.Count
        && _entries.All(pair => other._entries.TryGetValue(pair.Key, out var entry) && entry.Equals(pair.Value));

    private Contents Set(Assignment assignment) => Without(assignment.Path).With(assignment.Path, Entry.Of(assignment));

    private Contents Without(string path) => new(Reads, Creation, _entries.RemoveRange(_entries.Keys.Where(other => IsBelow(other, path))));

    private Contents With(string path, Entry entry) => new(Reads, Creation, _entries.SetItem(path, entry));

    private static bool IsBelow(string path, string above) =>
        above.Length == 0 || path.Length > above.Length && path[above.Length] == '.' && path.StartsWith(above, StringComparison.Ordinal);
}
