using TheThingsStack.Emulator.Masks;

namespace TheThingsStack.Emulator.Schema;

/// <summary>One remote procedure, whatever number of routes lead to it.</summary>
internal sealed class Rpc(string name)
{
    /// <summary>Service and method: <c>EndDeviceRegistry/Get</c>.</summary>
    public string Name => name;

    /// <summary>The name of the request message, as errors of validation spell it.</summary>
    public required string Request { get; init; }

    public required bool IsStream { get; init; }

    /// <summary>Which paths the field mask of a request may name; null for an RPC that takes none.</summary>
    public MaskRule? Mask { get; init; }

    /// <summary>The fields that come back whatever the mask says.</summary>
    public IReadOnlyList<string> Implicit { get; init; } = [];
}

/// <summary>One route of an RPC, and the request message that its path, query and body are read into.</summary>
internal sealed class Operation(string id, string method, RouteTemplate template, bool hasBody, MessageType request, Rpc rpc)
{
    public string Id => id;

    public string Method => method;

    public RouteTemplate Template => template;

    public bool HasBody => hasBody;

    public MessageType Request => request;

    public Rpc Rpc => rpc;
}
