namespace TheThingsStack.Values;

/// <summary>A value of a fixed number of bytes, up to 16, kept as a number: the first byte is the most significant.</summary>
internal interface IFixedBytes<TSelf>
    where TSelf : struct, IFixedBytes<TSelf>
{
    static abstract int Size { get; }

    static abstract TSelf FromBits(UInt128 bits);

    UInt128 Bits { get; }
}
