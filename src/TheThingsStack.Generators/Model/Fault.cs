namespace TheThingsStack.Generators.Model;

/// <summary>What can be wrong with a reference; each has a diagnostic of its own.</summary>
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
    NameCollision,
    UnknownToRules,
    SeveralReferences,
}

/// <summary>A fault at a place of the reference; lines and columns count from 0.</summary>
internal sealed record Fault(FaultKind Kind, int Line, int Column, string Argument);
