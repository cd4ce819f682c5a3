using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Applications;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Gateways;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Everything that one tenant stores.</summary>
internal sealed class Tenant(bool storesEvents)
{
    private readonly Dictionary<EntityKind, EntityStore> _entities = EntityKind.All.ToDictionary(k => k, k => new EntityStore(k));

    /// <summary>Held while a call reads or changes what is stored: calls of a tenant happen one after another.</summary>
    public object Gate { get; } = new();

    public EntityStore Applications => Entities(EntityKind.Application);

    public Memberships Memberships { get; } = new();

    public ApiKeyStore ApiKeys { get; } = new();

    public DeviceStore IdentityServer { get; } = new();

    public DeviceStore NetworkServer { get; } = new();

    public DeviceStore ApplicationServer { get; } = new();

    public DeviceStore JoinServer { get; } = new();

    /// <summary>Links of applications, by application.</summary>
    public Dictionary<string, JsonObject> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Webhooks, pub/subs and associations of packages.</summary>
    public IntegrationStore Integrations { get; } = new();

    public DownlinkQueues Downlinks { get; } = new();

    public UplinkStore Uplinks { get; } = new();

    public GatewayConnections GatewayConnections { get; } = new();

    public EventHub Events { get; } = new(storesEvents);

    public EntityStore Entities(EntityKind kind) => _entities[kind];
}

/// <summary>Finds the tenant that a host name speaks to.</summary>
internal sealed class TenantDirectory(IEnumerable<string> names, Func<Tenant> create)
{
    private readonly Dictionary<string, Tenant> _tenants = names.ToDictionary(n => n, _ => create(), StringComparer.OrdinalIgnoreCase);
    private readonly Tenant _default = create();

    /// <summary>The tenant named by the first label of a host name with several, else the default one.</summary>
    public Tenant Find(string host)
    {
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && _tenants.TryGetValue(host[..dot], out var tenant) ? tenant : _default;
    }
}
