namespace TheThingsStack.Client.Tests.Messages;

/// <summary>Ways to write JSON that mean the same to the server.</summary>
[Flags]
public enum Variation
{
    None = 0,

    /// <summary>Names in protobuf's own JSON casing.</summary>
    CamelCase = 1,

    /// <summary>Names with characters as <c>\u0061</c>.</summary>
    EscapedNames = 2,

    /// <summary>Numbers as strings, 64-bit integers as numbers.</summary>
    SwappedNumbers = 4,

    /// <summary>Enumerations as numbers where they are names, and the other way round.</summary>
    SwappedEnums = 8,

    /// <summary>Bytes in the URL-safe alphabet without padding, hex in lower case.</summary>
    OtherBytes = 16,

    /// <summary>Hex as base64.</summary>
    HexAsBase64 = 32,

    /// <summary>Absent fields as nulls.</summary>
    Nulls = 64,

    /// <summary>Members that the reference does not have.</summary>
    UnknownMembers = 128,

    /// <summary>Strings with characters as <c>\u0061</c>.</summary>
    EscapedStrings = 256,

    /// <summary>Blanks and line ends between tokens.</summary>
    Blanks = 512,
}
