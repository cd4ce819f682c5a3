namespace TheThingsStack.Generators.Reading;

/// <summary>Text that is equal to any of the same bytes.</summary>
internal sealed class Utf8Text(byte[] bytes) : IEquatable<Utf8Text>
{
    public byte[] Bytes { get; } = bytes;

    public bool Equals(Utf8Text? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override bool Equals(object? obj) => Equals(obj as Utf8Text);

    public override int GetHashCode() => Bytes.Length;
}
