namespace TheThingsStack;

/// <summary>One path of a message, such as <c>mac_settings.rx1_delay</c> of an end device. Generated path builders make them; nothing else can.</summary>
/// <typeparam name="T">The message.</typeparam>
public readonly struct FieldPath<T> : IEquatable<FieldPath<T>>
    where T : class, IFieldMaskTarget<T>
{
    /// <summary>Names a path by its number in <see cref="IFieldMaskTarget{TSelf}.FieldPaths"/>.</summary>
    /// <remarks>For generated code.</remarks>
    public FieldPath(int index) => Index = index;

    /// <summary>The number of the path in the message's tree.</summary>
    public int Index { get; }

    /// <inheritdoc/>
    public bool Equals(FieldPath<T> other) => Index == other.Index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldPath<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;

    /// <summary>Whether two paths are the same.</summary>
    public static bool operator ==(FieldPath<T> left, FieldPath<T> right) => left.Equals(right);

    /// <summary>Whether two paths differ.</summary>
    public static bool operator !=(FieldPath<T> left, FieldPath<T> right) => !left.Equals(right);

    /// <summary>The path in the server's grammar.</summary>
    public override string ToString() => T.FieldPaths.Path(Index);
}
