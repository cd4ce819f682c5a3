namespace TheThingsStack;

/// <summary>Which paths of a message one RPC accepts. The server compares each path for itself: that it accepts a path says nothing about those above and below.</summary>
/// <typeparam name="T">The message that masks of the RPC select from.</typeparam>
public sealed class FieldMaskRule<T>
    where T : class, IFieldMaskTarget<T>
{
    private readonly string _paths;
    private readonly Func<IReadOnlyList<FieldMaskRule<T>>> _siblings;
    private FieldMask<T>? _allowed;
    private FieldMask<T>? _fields;

    /// <summary>Describes an RPC. For generated code.</summary>
    /// <param name="rpc">Service and method.</param>
    /// <param name="server">The server that answers, as people call it.</param>
    /// <param name="writes">Whether the mask says what to write.</param>
    /// <param name="paths"><c>*</c> for every path; else paths separated by commas, of which one ending in <c>.*</c> stands for itself and all below it.</param>
    /// <param name="siblings">The rules of every RPC for the same message.</param>
    /// <param name="deletes">The path that deletes the entity when nothing is written under it; null where there is none.</param>
    public FieldMaskRule(string rpc, string server, bool writes, string paths, Func<IReadOnlyList<FieldMaskRule<T>>> siblings, string? deletes = null)
    {
        Rpc = rpc;
        Server = server;
        Writes = writes;
        _paths = paths;
        _siblings = siblings;
        Deletes = deletes;
    }

    /// <summary>Service and method.</summary>
    public string Rpc { get; }

    /// <summary>The server that answers, as people call it.</summary>
    public string Server { get; }

    /// <summary>Whether the mask says what to write.</summary>
    public bool Writes { get; }

    /// <summary>The path that deletes the entity when nothing is written under it: the rights of an API key. Null where there is none.</summary>
    public string? Deletes { get; }

    /// <summary>Every path that the RPC accepts.</summary>
    public FieldMask<T> Allowed => _allowed ??= FieldMaskRulePaths.Expand<T>(_paths);

    /// <summary>Everything that the RPC can return or store, in as few paths as possible.</summary>
    public FieldMask<T> Fields => _fields ??= Allowed.Minimize();

    /// <summary>The rules of every RPC for the same message, this one included.</summary>
    internal IReadOnlyList<FieldMaskRule<T>> Siblings => _siblings();

    /// <summary>Whether the RPC accepts a path.</summary>
    public bool Allows(FieldPath<T> path) => Allowed.Contains(path);

    /// <summary>Checks a mask before it is sent.</summary>
    /// <exception cref="FieldMaskException">The server would refuse it.</exception>
    public FieldMask<T> Check(FieldMask<T> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        if (ReferenceEquals(mask.AcceptedBy, this))
            return mask;
        FieldMaskCheck.Run(this, mask);
        mask.AcceptedBy = this;
        return mask;
    }

    /// <summary>Checks the mask of an update against what is to be written; without a mask, makes it of what is set.</summary>
    /// <exception cref="FieldMaskException">The server would refuse it, or would do something else than was meant.</exception>
    public FieldMask<T> CheckWrite(FieldMask<T>? mask, T message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var set = SetPaths.Of(message);
        if (mask is null)
            return InferredMask.Of(this, set);
        Check(mask);
        FieldMaskCheck.RunWrite(this, mask, set);
        return mask;
    }
}
