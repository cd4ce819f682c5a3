namespace TheThingsStack.Analyzers.Flow;

/// <summary>What is seen of a value that a property is set to.</summary>
internal enum ValueKind
{
    /// <summary>Nothing: it may be null.</summary>
    Unknown,

    /// <summary>It is null.</summary>
    Null,

    /// <summary>It is a list without items.</summary>
    Empty,

    /// <summary>It is not null.</summary>
    Value,

    /// <summary>It is a message that is made in place: what is set in it is seen.</summary>
    Message,
}
