using TheThingsStack.Emulator.Events;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Everything that one tenant stores.</summary>
internal sealed class Tenant
{
    /// <summary>Held while a call reads or changes what is stored: calls of a tenant happen one after another.</summary>
    public object Gate { get; } = new();

    public ApplicationStore Applications { get; } = new();

    public DeviceStore IdentityServer { get; } = new();

    public DeviceStore NetworkServer { get; } = new();

    public DeviceStore ApplicationServer { get; } = new();

    public DeviceStore JoinServer { get; } = new();

    public EventHub Events { get; } = new();
}

/// <summary>Finds the tenant that a host name speaks to.</summary>
internal sealed class TenantDirectory(IEnumerable<string> names, Action<Tenant> seed)
{
    private readonly Dictionary<string, Tenant> _tenants = names.ToDictionary(n => n, _ => Seeded(seed), StringComparer.OrdinalIgnoreCase);
    private readonly Tenant _default = Seeded(seed);

    /// <summary>The tenant named by the first label of a host name with several, else the default one.</summary>
    public Tenant Find(string host)
    {
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && _tenants.TryGetValue(host[..dot], out var tenant) ? tenant : _default;
    }

    private static Tenant Seeded(Action<Tenant> seed)
    {
        var tenant = new Tenant();
        seed(tenant);
        return tenant;
    }
}
