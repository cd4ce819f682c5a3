namespace TheThingsStack.Emulator.Schema;

/// <summary>How one value is written in JSON.</summary>
internal enum WireKind
{
    String,
    Bool,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Float,
    Double,
    Timestamp,
    Duration,
    Base64,
    Hex,
    Enum,
    Message,
    Wrapper,
    Struct,
    Any,
    Mask,
}

/// <summary>The type of one value: of a field, of an element of a list, or of a value of a map.</summary>
internal sealed record WireType(WireKind Kind)
{
    /// <summary>The number of bytes of a hexadecimal value.</summary>
    public int Bytes { get; init; }

    public EnumType? Enum { get; init; }

    /// <summary>The message of a <see cref="WireKind.Message"/> or a <see cref="WireKind.Wrapper"/>.</summary>
    public MessageType? Message { get; init; }

    /// <summary>Whether the value itself is a message for the server, so that it is either there or not and has no zero that is left out.</summary>
    public bool HasPresence => Kind is WireKind.Message or WireKind.Wrapper or WireKind.Struct or WireKind.Any or WireKind.Mask or WireKind.Timestamp or WireKind.Duration;
}
