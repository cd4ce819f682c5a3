using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TheThingsStack.Http;
using TheThingsStack.Json;

namespace TheThingsStack;

/// <summary>The fields of a message that a call reads or writes: a set of exact paths, as the server compares them.</summary>
/// <remarks>
/// Immutable, and equal to any mask with the same paths. A path stands for everything below it, but the server knows
/// each path for itself: where it accepts <c>session.keys</c> it need not accept <c>session</c>.
/// </remarks>
/// <typeparam name="T">The message.</typeparam>
[TypeConverter(typeof(FieldMaskConverter))]
[CollectionBuilder(typeof(FieldMask), nameof(FieldMask.Create))]
public sealed class FieldMask<T> : IReadOnlyCollection<FieldPath<T>>, IEquatable<FieldMask<T>>, IParsable<FieldMask<T>>, IJsonValue<FieldMask<T>>, IQueryValue
    where T : class, IFieldMaskTarget<T>
{
    // Ascending and distinct. Unknown paths come only from a server whose messages are newer than the reference; they are kept, so that what is read can be written.
    private readonly int[] _indexes;
    private readonly string[] _unknown;
    private string? _text;

    [DynamicDependency("Parse(System.String)")]
    private FieldMask(int[] indexes, string[] unknown)
    {
        _indexes = indexes;
        _unknown = unknown;
    }

    /// <summary>No path: a read returns only what the server always returns, such as the identifiers.</summary>
    public static FieldMask<T> Empty { get; } = new([], []);

    /// <summary>The number of paths.</summary>
    public int Count => _indexes.Length + _unknown.Length;

    /// <summary>The rule that accepted the mask last: a mask in a static field is checked once.</summary>
    internal object? AcceptedBy { get; set; }

    internal ReadOnlySpan<int> Indexes => _indexes;

    internal ReadOnlySpan<string> UnknownPaths => _unknown;

    /// <summary>Whether there is no path.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Reads a comma-separated list of paths; blanks around commas are ignored, and an empty text is the empty mask.</summary>
    /// <exception cref="FormatException">One or more paths are not paths of the message; the exception names all of them.</exception>
    public static FieldMask<T> Parse([StringSyntax(FieldMask.Syntax)] string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out var mask, out var unknown)
            ? mask
            : throw new FormatException($"Not a path of {typeof(T).Name}: {string.Join("; ", unknown.Select(Explain))}.");
    }

    /// <summary>Reads a comma-separated list of paths.</summary>
    /// <returns>False where a path is not one of the message.</returns>
    public static bool TryParse([NotNullWhen(true), StringSyntax(FieldMask.Syntax)] string? text, [NotNullWhen(true)] out FieldMask<T>? mask)
    {
        mask = null;
        return text is not null && TryRead(text, out mask, out _);
    }

    static FieldMask<T> IParsable<FieldMask<T>>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<FieldMask<T>>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out FieldMask<T> result) =>
        TryParse(s, out result);

    /// <summary>Whether the very path is in the mask.</summary>
    public bool Contains(FieldPath<T> path) => Array.BinarySearch(_indexes, path.Index) >= 0;

    /// <summary>Whether the path, or one above it, is in the mask.</summary>
    public bool Covers(FieldPath<T> path)
    {
        foreach (var index in _indexes)
        {
            if (index > path.Index)
                return false;
            if (path.Index <= index + T.FieldPaths.CountBelow(index))
                return true;
        }

        return false;
    }

    /// <summary>The paths of both masks.</summary>
    public FieldMask<T> Union(FieldMask<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Make([.. _indexes, .. other._indexes], [.. _unknown, .. other._unknown]);
    }

    /// <summary>The paths of this mask that the other does not have.</summary>
    public FieldMask<T> Except(FieldMask<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Make([.. _indexes.Except(other._indexes)], [.. _unknown.Except(other._unknown)]);
    }

    /// <summary>The paths that both masks have.</summary>
    public FieldMask<T> Intersect(FieldMask<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Make([.. _indexes.Intersect(other._indexes)], [.. _unknown.Intersect(other._unknown)]);
    }

    /// <summary>The same selection with as few paths as possible: a path below another one of the mask is left out.</summary>
    public FieldMask<T> Minimize()
    {
        var kept = new List<int>(_indexes.Length);
        var end = -1;
        foreach (var index in _indexes)
        {
            if (index <= end)
                continue;
            kept.Add(index);
            end = index + T.FieldPaths.CountBelow(index);
        }

        return kept.Count == _indexes.Length ? this : new([.. kept], _unknown);
    }

    /// <summary>The paths known to the reference, in declaration order.</summary>
    public IEnumerator<FieldPath<T>> GetEnumerator()
    {
        foreach (var index in _indexes)
            yield return new(index);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] FieldMask<T>? other) =>
        other is not null && _indexes.AsSpan().SequenceEqual(other._indexes) && _unknown.AsSpan().SequenceEqual(other._unknown);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldMask<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var index in _indexes)
            hash.Add(index);
        foreach (var path in _unknown)
            hash.Add(path, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <summary>The paths, separated by commas: the form of a query string.</summary>
    public override string ToString() => _text ??= string.Join(',', Texts());

    string IQueryValue.ToQueryString() => ToString();

    /// <summary>Reads <c>{"paths":[…]}</c>, a list of paths, or the comma-separated text that a few answers have.</summary>
    static FieldMask<T> IJsonValue<FieldMask<T>>.ReadFrom(ref Utf8JsonReader reader) => FieldMaskJson.Read<T>(ref reader);

    void IJsonValue<FieldMask<T>>.WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("paths"u8);
        foreach (var path in Texts())
            writer.WriteStringValue(path);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static FieldMask<T> FromIndexes(int[] indexes) => Make(indexes, []);

    /// <summary>A mask of these paths, in which unknown ones are kept.</summary>
    internal static FieldMask<T> FromServer(IEnumerable<string> paths)
    {
        List<int> indexes = [];
        List<string> unknown = [];
        foreach (var path in paths)
        {
            if (T.FieldPaths.TryFind(path, out var index))
                indexes.Add(index);
            else
                unknown.Add(path);
        }

        return Make([.. indexes], [.. unknown]);
    }

    private static string Explain(string path) =>
        path.Length == 0 ? "an empty path"
        : NearestPath.Above<T>(path) is { } above ? $"{path} (paths do not go below {above})"
        : NearestPath.To<T>(path) is { } nearest ? $"{path} (did you mean {nearest}?)"
        : path;

    private IEnumerable<string> Texts() => _indexes.Select(T.FieldPaths.Path).Concat(_unknown);

    private static FieldMask<T> Make(int[] indexes, string[] unknown)
    {
        Array.Sort(indexes);
        var distinct = 0;
        for (var i = 0; i < indexes.Length; i++)
        {
            if (i == 0 || indexes[i] != indexes[i - 1])
                indexes[distinct++] = indexes[i];
        }

        Array.Resize(ref indexes, distinct);
        return new(indexes, unknown.Length == 0 ? unknown : [.. unknown.Distinct().Order(StringComparer.Ordinal)]);
    }

    private static bool TryRead(string text, [NotNullWhen(true)] out FieldMask<T>? mask, out List<string> unknown)
    {
        List<int> indexes = [];
        unknown = [];
        if (text.AsSpan().Trim().Length > 0)
        {
            foreach (var path in text.Split(',', StringSplitOptions.TrimEntries))
            {
                if (T.FieldPaths.TryFind(path, out var index))
                    indexes.Add(index);
                else
                    unknown.Add(path);
            }
        }

        mask = unknown.Count == 0 ? FromIndexes([.. indexes]) : null;
        return mask is not null;
    }
}
