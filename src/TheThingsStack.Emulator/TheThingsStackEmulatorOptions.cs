namespace TheThingsStack.Emulator;

/// <summary>How an emulator starts.</summary>
public sealed class TheThingsStackEmulatorOptions
{
    /// <summary>The loopback TCP port to listen on; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Whether each tenant starts with application <c>app1</c> and, on the Identity, Network, Application and Join Server,
    /// device <c>dev1</c> with a name, a description and a location. On by default.
    /// </summary>
    public bool SeedData { get; set; } = true;

    /// <summary>The clock behind every time that the emulator stores or sends; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Names of tenants that have data of their own: a request whose host name starts with one of them and a dot
    /// (<c>tenant1.localhost</c>) sees that tenant's data. Every other host name is accepted as well and sees the default
    /// tenant's. The API key is valid in all of them. <c>tenant1</c> by default.
    /// </summary>
    public ISet<string> Tenants { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "tenant1" };
}
