using System.Diagnostics.CodeAnalysis;

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

    /// <summary>The number of paths in the tree.</summary>
    public int Count { get; }

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

    /// <summary>How many paths lie below a path.</summary>
    public int CountBelow(int index)
    {
        var place = PlaceOf(index);
        var below = index - _starts[place] - 1;
        var tree = _children[place];
        return below < 0 ? tree?.Count ?? 0 : tree!.CountBelow(below);
    }

    private int PlaceOf(int index)
    {
        var place = Array.BinarySearch(_starts, index);
        return place >= 0 ? place : ~place - 1;
    }
}
