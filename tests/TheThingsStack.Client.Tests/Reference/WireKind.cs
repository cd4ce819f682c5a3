namespace TheThingsStack.Client.Tests.Reference;

/// <summary>The forms that values take on the wire.</summary>
public enum WireKind
{
    Text,
    Bool,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Float,
    Double,
    Base64,
    Hex,
    DevAddrPrefix,
    Timestamp,
    Duration,
    Struct,
    Any,
    Enum,
    Message,
    Mask,
    List,
    Map,
}
