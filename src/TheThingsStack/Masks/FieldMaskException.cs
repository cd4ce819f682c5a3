namespace TheThingsStack;

/// <summary>A mask that the server would refuse, or would take for something else than was meant. Nothing was sent.</summary>
public sealed class FieldMaskException : ArgumentException
{
    /// <summary>A refusal without a text.</summary>
    public FieldMaskException()
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">What is wrong.</param>
    public FieldMaskException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal with its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public FieldMaskException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal FieldMaskException(string rpc, IReadOnlyList<RefusedPath> paths)
        : base($"{rpc}: {string.Join(" ", paths.Select(p => p.Reason))}")
    {
        Rpc = rpc;
        Paths = paths;
    }

    /// <summary>The RPC that was to be called, <c>EndDeviceRegistry/Get</c> for example.</summary>
    public string Rpc { get; } = "";

    /// <summary>The paths that cannot be sent.</summary>
    public IReadOnlyList<RefusedPath> Paths { get; } = [];
}

/// <summary>A path that cannot be sent.</summary>
/// <param name="Path">The path.</param>
/// <param name="Reason">Why, and what to do instead: one or two sentences.</param>
public sealed record RefusedPath(string Path, string Reason);
