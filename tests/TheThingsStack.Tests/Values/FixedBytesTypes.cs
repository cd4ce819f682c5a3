namespace TheThingsStack.Tests.Values;

public sealed class Eui64BytesTests : FixedBytesTests<Eui64>
{
    protected override int Size => 8;

    protected override Eui64 FromBytes(ReadOnlySpan<byte> bytes) => Eui64.FromBytes(bytes);

    protected override byte[] ToArray(Eui64 value) => value.ToArray();

    protected override bool TryCopyTo(Eui64 value, Span<byte> destination) => value.TryCopyTo(destination);

    protected override string ToHex(Eui64 value) => value.ToString();
}

public sealed class DevAddrBytesTests : FixedBytesTests<DevAddr>
{
    protected override int Size => 4;

    protected override DevAddr FromBytes(ReadOnlySpan<byte> bytes) => DevAddr.FromBytes(bytes);

    protected override byte[] ToArray(DevAddr value) => value.ToArray();

    protected override bool TryCopyTo(DevAddr value, Span<byte> destination) => value.TryCopyTo(destination);

    protected override string ToHex(DevAddr value) => value.ToString();
}

public sealed class NetIdBytesTests : FixedBytesTests<NetId>
{
    protected override int Size => 3;

    protected override NetId FromBytes(ReadOnlySpan<byte> bytes) => NetId.FromBytes(bytes);

    protected override byte[] ToArray(NetId value) => value.ToArray();

    protected override bool TryCopyTo(NetId value, Span<byte> destination) => value.TryCopyTo(destination);

    protected override string ToHex(NetId value) => value.ToString();
}

public sealed class DevNonceBytesTests : FixedBytesTests<DevNonce>
{
    protected override int Size => 2;

    protected override DevNonce FromBytes(ReadOnlySpan<byte> bytes) => DevNonce.FromBytes(bytes);

    protected override byte[] ToArray(DevNonce value) => value.ToArray();

    protected override bool TryCopyTo(DevNonce value, Span<byte> destination) => value.TryCopyTo(destination);

    protected override string ToHex(DevNonce value) => value.ToString();
}

public sealed class JoinNonceBytesTests : FixedBytesTests<JoinNonce>
{
    protected override int Size => 3;

    protected override JoinNonce FromBytes(ReadOnlySpan<byte> bytes) => JoinNonce.FromBytes(bytes);

    protected override byte[] ToArray(JoinNonce value) => value.ToArray();

    protected override bool TryCopyTo(JoinNonce value, Span<byte> destination) => value.TryCopyTo(destination);

    protected override string ToHex(JoinNonce value) => value.ToString();
}

public sealed class MacAddressBytesTests : FixedBytesTests<MacAddress>
{
    protected override int Size => 6;

    protected override MacAddress FromBytes(ReadOnlySpan<byte> bytes) => MacAddress.FromBytes(bytes);

    protected override byte[] ToArray(MacAddress value) => value.ToArray();

    protected override bool TryCopyTo(MacAddress value, Span<byte> destination) => value.TryCopyTo(destination);

    protected override string ToHex(MacAddress value) => value.ToString();
}

public sealed class AesKeyBytesTests : FixedBytesTests<AesKey>
{
    protected override int Size => 16;

    protected override AesKey FromBytes(ReadOnlySpan<byte> bytes) => AesKey.FromBytes(bytes);

    protected override byte[] ToArray(AesKey value) => value.ToArray();

    protected override bool TryCopyTo(AesKey value, Span<byte> destination) => value.TryCopyTo(destination);

    protected override string ToHex(AesKey value) => value.ToHexString();
}
