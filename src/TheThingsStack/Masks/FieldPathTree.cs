using System.Text;

namespace TheThingsStack;

/// <summary>
/// The paths below one message, numbered in the order in which a walk through the tree meets them: a path comes before everything below it.
/// A path is thus one number, and what lies below it is the run of numbers that follows.
/// </summary>
/// <remarks>The tree of a message is shared by every message that contains it.</remarks>
public sealed class FieldPathTree
{
    /// <summary>The tree of a value wrapper: JSON has the bare value, masks have <c>.value</c> all the same.</summary>
    public static readonly FieldPathTree Wrapper = new("value");

    private readonly bool _isOneof;
    private readonly string[] _names;
    private readonly FieldPathTree?[] _children;
    private readonly int[] _starts;

    /// <summary>Builds a tree.</summary>
    /// <param name="names">The segments, in declaration order, separated by <c>\0</c>.</param>
    /// <param name="children">What lies below some of them, by place.</param>
    public FieldPathTree(string names, params (int Place, FieldPathTree Tree)[] children)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(children);
        _names = names.Length == 0 ? [] : names.Split('\0');
        _children = new FieldPathTree?[_names.Length];
        _starts = new int[_names.Length];
        foreach (var (place, tree) in children)
            _children[place] = tree;
        for (var i = 0; i < _names.Length; i++)
        {
            _starts[i] = Count;
            Count += 1 + (_children[i]?.Count ?? 0);
        }
    }

    private FieldPathTree(bool isOneof, string names, (int Place, FieldPathTree Tree)[] children)
        : this(names, children) => _isOneof = isOneof;

    /// <summary>The number of paths in the tree.</summary>
    public int Count { get; }

    /// <summary>The tree of a oneof: masks have its name as a segment, JSON has its members beside the other fields.</summary>
    public static FieldPathTree Oneof(string names, params (int Place, FieldPathTree Tree)[] children) => new(isOneof: true, names, children);

    /// <summary>The path with a number, in the server's grammar: segments joined by dots.</summary>
    public string Path(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var place = PlaceOf(index);
        var below = index - _starts[place] - 1;
        return below < 0 ? _names[place] : string.Concat(_names[place], ".", _children[place]!.Path(below));
    }

    /// <summary>The number of a path.</summary>
    public bool TryFind(ReadOnlySpan<char> path, out int index)
    {
        var dot = path.IndexOf('.');
        var name = dot < 0 ? path : path[..dot];
        for (var place = 0; place < _names.Length; place++)
        {
            if (!name.SequenceEqual(_names[place]))
                continue;
            index = _starts[place];
            if (dot < 0)
                return true;
            if (_children[place] is { } tree && tree.TryFind(path[(dot + 1)..], out var below))
            {
                index += 1 + below;
                return true;
            }

            break;
        }

        index = -1;
        return false;
    }

    /// <summary>The path of a JSON member, which has no segment for the oneof that it may belong to.</summary>
    /// <param name="name">The name of the member, in UTF-8.</param>
    /// <param name="index">The number of its path.</param>
    /// <param name="below">What lies below it, where its JSON is an object with paths of their own.</param>
    /// <param name="isOneofMember">Whether it belongs to a oneof.</param>
    internal bool TryFindMember(ReadOnlySpan<byte> name, out int index, out FieldPathTree? below, out bool isOneofMember)
    {
        isOneofMember = _isOneof;
        for (var place = 0; place < _names.Length; place++)
        {
            index = _starts[place];
            below = _children[place];
            if (below is { _isOneof: true })
            {
                if (!below.TryFindMember(name, out var member, out below, out isOneofMember))
                    continue;
                index += 1 + member;
                return true;
            }

            if (Ascii.Equals(name, _names[place]))
            {
                below = ReferenceEquals(below, Wrapper) ? null : below;
                isOneofMember = _isOneof;
                return true;
            }
        }

        index = -1;
        below = null;
        return false;
    }

    /// <summary>How many paths lie below a path.</summary>
    public int CountBelow(int index)
    {
        var place = PlaceOf(index);
        var below = index - _starts[place] - 1;
        var tree = _children[place];
        return below < 0 ? tree?.Count ?? 0 : tree!.CountBelow(below);
    }

    /// <summary>The paths above a path, the closest first.</summary>
    internal IEnumerable<int> Above(int index)
    {
        var place = PlaceOf(index);
        var start = _starts[place];
        if (index == start)
            yield break;
        foreach (var above in _children[place]!.Above(index - start - 1))
            yield return start + 1 + above;
        yield return start;
    }

    /// <summary>Whether a path is the <c>.value</c> of a wrapper.</summary>
    internal bool IsWrappedValue(int index)
    {
        var place = PlaceOf(index);
        var below = index - _starts[place] - 1;
        return below >= 0 && (ReferenceEquals(_children[place], Wrapper) || _children[place]!.IsWrappedValue(below));
    }

    /// <summary>Two paths that lead into different members of one oneof; null where there are none.</summary>
    /// <param name="sorted">Paths of a whole mask, ascending.</param>
    /// <param name="start">The number of this tree's first path in that mask.</param>
    internal (int First, int Second)? FindOneofConflict(ReadOnlySpan<int> sorted, int start)
    {
        var previous = -1;
        for (var place = 0; place < _names.Length; place++)
        {
            var from = start + _starts[place];
            var count = 1 + (_children[place]?.Count ?? 0);
            var within = Within(sorted, from, from + count);
            if (within.IsEmpty)
                continue;
            if (_isOneof && previous >= 0)
                return (previous, within[0]);
            previous = within[0];
            if (within[0] != from && _children[place]!.FindOneofConflict(within, from + 1) is { } conflict)
                return conflict;
        }

        return null;
    }

    private static ReadOnlySpan<int> Within(ReadOnlySpan<int> sorted, int from, int end)
    {
        var first = sorted.BinarySearch(from);
        var last = sorted.BinarySearch(end);
        return sorted[(first < 0 ? ~first : first)..(last < 0 ? ~last : last)];
    }

    private int PlaceOf(int index)
    {
        var place = Array.BinarySearch(_starts, index);
        return place >= 0 ? place : ~place - 1;
    }
}
