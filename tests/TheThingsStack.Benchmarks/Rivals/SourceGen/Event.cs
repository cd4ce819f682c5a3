using System.Text.Json;
using System.Text.Json.Serialization;

namespace TheThingsStack.Benchmarks.Rivals.SourceGen;

// An event, and what it is about.
internal sealed class Event
{
    public string? Name { get; set; }
    public DateTimeOffset? Time { get; set; }
    public List<EntityIdentifiers>? Identifiers { get; set; }
    public JsonElement? Data { get; set; }
    public List<string>? CorrelationIds { get; set; }
    public string? Origin { get; set; }
    public Dictionary<string, byte[]>? Context { get; set; }
    public Rights? Visibility { get; set; }
    public EventAuthentication? Authentication { get; set; }
    public string? RemoteIp { get; set; }
    public string? UserAgent { get; set; }
    public string? UniqueId { get; set; }
}

internal sealed class EntityIdentifiers
{
    public ApplicationIdentifiers? ApplicationIds { get; set; }
    public ClientIdentifiers? ClientIds { get; set; }
    public EndDeviceIdentifiers? DeviceIds { get; set; }
    public GatewayIdentifiers? GatewayIds { get; set; }
    public OrganizationIdentifiers? OrganizationIds { get; set; }
    public UserIdentifiers? UserIds { get; set; }
}

internal sealed class ClientIdentifiers
{
    public string? ClientId { get; set; }
}

internal sealed class OrganizationIdentifiers
{
    public string? OrganizationId { get; set; }
}

internal sealed class UserIdentifiers
{
    public string? UserId { get; set; }
    public string? Email { get; set; }
}

internal sealed class GatewayIdentifiers
{
    public string? GatewayId { get; set; }
    public string? Eui { get; set; }
}

internal sealed class Rights
{
    [JsonPropertyName("rights")] public List<Right>? RightsValue { get; set; }
}

internal sealed class EventAuthentication
{
    public string? Type { get; set; }
    public string? TokenType { get; set; }
    public string? TokenId { get; set; }
}
