using TheThingsStack.Emulator.Schema;

namespace TheThingsStack.Emulator.Masks;

/// <summary>What the field mask of one RPC may name: every path of a message, or an exact list.</summary>
/// <remarks>Membership is exact: that a parent is allowed says nothing about its children, nor the reverse.</remarks>
internal sealed class MaskRule(MessageType message, bool writes, IReadOnlySet<string>? paths)
{
    /// <summary>The message that paths are relative to.</summary>
    public MessageType Message => message;

    /// <summary>Whether the mask says what is stored, rather than what is returned.</summary>
    public bool Writes => writes;

    /// <summary>The exact list; null when every path of the message is allowed.</summary>
    public IReadOnlySet<string>? Paths => paths;

    public bool Allows(string path) => paths?.Contains(path) ?? MaskPath.Exists(message, path);
}
