namespace TheThingsStack.Emulator;

/// <summary>How an emulator starts.</summary>
public sealed class TheThingsStackEmulatorOptions
{
    /// <summary>The loopback TCP port to listen on; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Whether each tenant starts with application <c>app1</c> and, on the Identity, Network, Application and Join Server,
    /// device <c>dev1</c> with a name, a description and a location. On by default. The user that the API key belongs to is
    /// there in any case.
    /// </summary>
    public bool SeedData { get; set; } = true;

    /// <summary>The clock behind every time that the emulator stores or sends, every limit and every delay; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Makes what the emulator makes up repeatable: emulators with the same seed have the same API key, and give the same
    /// requests in the same order the same identifiers. Null, the default, for chance.
    /// </summary>
    public int? Seed { get; set; }

    /// <summary>
    /// Names of tenants that have data of their own: a request whose host name starts with one of them and a dot
    /// (<c>tenant1.localhost</c>) sees that tenant's data. Every other host name is accepted as well and sees the default
    /// tenant's. The API key is valid in all of them. <c>tenant1</c> by default.
    /// </summary>
    public ISet<string> Tenants { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "tenant1" };

    /// <summary>How many requests are taken; no limits by default.</summary>
    public RateLimits RateLimits { get; } = new();

    /// <summary>
    /// Whether events are kept, so that a stream can begin in the past with <c>after</c> and <c>tail</c>: the latest 10,000
    /// of each tenant. On by default; a stream that asks for the past while it is off is warned and begins now.
    /// </summary>
    public bool StoreEvents { get; set; } = true;

    /// <summary>
    /// Whether every deprecated field that a request or its mask uses brings a warning. Off by default; a few fields that
    /// the server itself warns of bring one in any case.
    /// </summary>
    public bool WarnOfDeprecatedFields { get; set; }
}
