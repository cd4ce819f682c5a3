namespace TheThingsStack.Generators.Model;

/// <summary>What can be wrong with a reference or the project; each has a diagnostic of its own.</summary>
internal enum FaultKind
{
    NotJson,
    NotAReference,
    DuplicateKey,
    UnresolvedReference,
    Malformed,
    Unsupported,
    DuplicateOperation,
    UnknownService,
    UnknownToRules,
    SeveralReferences,
    RuntimeMissing,
    LanguageTooOld,
    Internal,
    ClientElsewhere,
}

/// <summary>A fault at a place of the reference.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">The byte of the outline; <see cref="Nowhere"/> where the fault is not in the reference.</param>
/// <param name="Argument">What the message names.</param>
internal sealed record Fault(FaultKind Kind, int Offset, string Argument)
{
    public const int Nowhere = -1;
}
