namespace TheThingsStack.Emulator.Entities;

/// <summary>
/// A kind of entity on the Identity Server that rights can be held on. Its name makes the names of everything about it:
/// fields, lists, rights, errors and events.
/// </summary>
internal sealed record EntityKind(string Name, string Message, bool IsAccount = false)
{
    public static readonly EntityKind Application = new("application", "Application");
    public static readonly EntityKind Client = new("client", "Client");
    public static readonly EntityKind Gateway = new("gateway", "Gateway");
    public static readonly EntityKind Organization = new("organization", "Organization", IsAccount: true);
    public static readonly EntityKind User = new("user", "User", IsAccount: true);

    /// <summary>All of them, in the order in which a request is searched for the one that it is about.</summary>
    public static readonly IReadOnlyList<EntityKind> All = [Application, Client, Gateway, Organization, User];

    /// <summary>The field with the identifier itself: <c>application_id</c>.</summary>
    public string IdField { get; } = $"{Name}_id";

    /// <summary>The field with the message of identifiers: <c>application_ids</c>.</summary>
    public string IdsField { get; } = $"{Name}_ids";

    /// <summary>The field of a list of them: <c>applications</c>.</summary>
    public string ListField { get; } = $"{Name}s";

    /// <summary>The service with their registry.</summary>
    public string Registry { get; } = $"{Message}Registry";

    /// <summary>The service with their API keys and collaborators.</summary>
    public string Access { get; } = $"{Message}Access";

    /// <summary>A right on them: <c>Right("INFO")</c> is <c>RIGHT_APPLICATION_INFO</c>.</summary>
    public string Right(string suffix) => $"{RightPrefix}{suffix}";

    public string RightPrefix { get; } = $"RIGHT_{Name.ToUpperInvariant()}_";

    public override string ToString() => Name;
}
