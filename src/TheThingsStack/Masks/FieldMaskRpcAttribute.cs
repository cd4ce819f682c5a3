using System.ComponentModel;

namespace TheThingsStack;

/// <summary>Tells the analyzers about the RPC whose rule a class holds: its constant <c>Paths</c> has what masks may name. On generated code.</summary>
/// <param name="rpc">Service and method.</param>
/// <param name="server">The server that answers, as people call it.</param>
/// <param name="message">The message that masks select from.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class)]
public sealed class FieldMaskRpcAttribute(string rpc, string server, Type message) : Attribute
{
    /// <summary>Service and method.</summary>
    public string Rpc => rpc;

    /// <summary>The server that answers, as people call it.</summary>
    public string Server => server;

    /// <summary>The message that masks select from.</summary>
    public Type Message => message;

    /// <summary>Whether the mask says what to write.</summary>
    public bool Writes { get; set; }

    /// <summary>The path that deletes the entity when nothing is written under it; null where there is none.</summary>
    public string? Deletes { get; set; }

    /// <summary>The paths that are returned whatever the mask says, separated by commas; null where that is unknown.</summary>
    public string? Implicit { get; set; }
}
