using System.Text.Json;
using System.Text.Json.Serialization;

namespace TheThingsStack.Benchmarks.Rivals.SourceGen;

// An end device as one writes it by hand for System.Text.Json: the same members as the generated message, in the types that serializer has for them.
internal sealed class EndDevice
{
    public EndDeviceIdentifiers? Ids { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public string? Name { get; set; }
    public string? Description { get; set; }
    public Dictionary<string, string>? Attributes { get; set; }
    public EndDeviceVersionIdentifiers? VersionIds { get; set; }
    public string? ServiceProfileId { get; set; }
    public string? NetworkServerAddress { get; set; }
    public string? NetworkServerKekLabel { get; set; }
    public string? ApplicationServerAddress { get; set; }
    public string? ApplicationServerKekLabel { get; set; }
    public string? ApplicationServerId { get; set; }
    public string? JoinServerAddress { get; set; }
    public Dictionary<string, Location>? Locations { get; set; }
    public JsonElement? Picture { get; set; }
    public bool? SupportsClassB { get; set; }
    public bool? SupportsClassC { get; set; }
    public MacVersion? LorawanVersion { get; set; }
    public PhyVersion? LorawanPhyVersion { get; set; }
    public string? FrequencyPlanId { get; set; }
    public string? MinFrequency { get; set; }
    public string? MaxFrequency { get; set; }
    public bool? SupportsJoin { get; set; }
    public bool? ResetsJoinNonces { get; set; }
    public RootKeys? RootKeys { get; set; }
    public string? NetId { get; set; }
    public MacSettings? MacSettings { get; set; }
    public MacState? MacState { get; set; }
    public MacState? PendingMacState { get; set; }
    public Session? Session { get; set; }
    public Session? PendingSession { get; set; }
    public long? LastDevNonce { get; set; }
    public List<long>? UsedDevNonces { get; set; }
    public long? LastJoinNonce { get; set; }
    [JsonPropertyName("last_rj_count_0")] public long? LastRjCount0 { get; set; }
    [JsonPropertyName("last_rj_count_1")] public long? LastRjCount1 { get; set; }
    public DateTimeOffset? LastDevStatusReceivedAt { get; set; }
    public PowerState? PowerState { get; set; }
    public float? BatteryPercentage { get; set; }
    public int? DownlinkMargin { get; set; }
    public List<JsonElement>? QueuedApplicationDownlinks { get; set; }
    public MessagePayloadFormatters? Formatters { get; set; }
    public string? ProvisionerId { get; set; }
    public JsonElement? ProvisioningData { get; set; }
    public bool? Multicast { get; set; }
    public EndDeviceAuthenticationCode? ClaimAuthenticationCode { get; set; }
    public bool? SkipPayloadCrypto { get; set; }
    public bool? SkipPayloadCryptoOverride { get; set; }
    public DateTimeOffset? ActivatedAt { get; set; }
    public DateTimeOffset? LastSeenAt { get; set; }
    public string? SerialNumber { get; set; }
    public LoRaAllianceProfileIdentifiers? LoraAllianceProfileIds { get; set; }
}

internal sealed class EndDeviceIdentifiers
{
    public string? DeviceId { get; set; }
    public ApplicationIdentifiers? ApplicationIds { get; set; }
    public string? DevEui { get; set; }
    public string? JoinEui { get; set; }
    public string? DevAddr { get; set; }
}

internal sealed class ApplicationIdentifiers
{
    public string? ApplicationId { get; set; }
}

internal sealed class EndDeviceVersionIdentifiers
{
    public string? BrandId { get; set; }
    public string? ModelId { get; set; }
    public string? HardwareVersion { get; set; }
    public string? FirmwareVersion { get; set; }
    public string? BandId { get; set; }
}

internal sealed class Location
{
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public int? Altitude { get; set; }
    public int? Accuracy { get; set; }
    public LocationSource? Source { get; set; }
}

internal sealed class RootKeys
{
    public string? RootKeyId { get; set; }
    public KeyEnvelope? AppKey { get; set; }
    public KeyEnvelope? NwkKey { get; set; }
}

internal sealed class KeyEnvelope
{
    public string? Key { get; set; }
    public string? KekLabel { get; set; }
    public byte[]? EncryptedKey { get; set; }
}

internal sealed class Session
{
    public string? DevAddr { get; set; }
    public SessionKeys? Keys { get; set; }
    [JsonPropertyName("last_f_cnt_up")] public long? LastFCntUp { get; set; }
    [JsonPropertyName("last_n_f_cnt_down")] public long? LastNFCntDown { get; set; }
    [JsonPropertyName("last_a_f_cnt_down")] public long? LastAFCntDown { get; set; }
    [JsonPropertyName("last_conf_f_cnt_down")] public long? LastConfFCntDown { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public List<JsonElement>? QueuedApplicationDownlinks { get; set; }
}

internal sealed class SessionKeys
{
    public byte[]? SessionKeyId { get; set; }
    [JsonPropertyName("f_nwk_s_int_key")] public KeyEnvelope? FNwkSIntKey { get; set; }
    [JsonPropertyName("s_nwk_s_int_key")] public KeyEnvelope? SNwkSIntKey { get; set; }
    [JsonPropertyName("nwk_s_enc_key")] public KeyEnvelope? NwkSEncKey { get; set; }
    [JsonPropertyName("app_s_key")] public KeyEnvelope? AppSKey { get; set; }
}

internal sealed class MessagePayloadFormatters
{
    public PayloadFormatter? UpFormatter { get; set; }
    public string? UpFormatterParameter { get; set; }
    public PayloadFormatter? DownFormatter { get; set; }
    public string? DownFormatterParameter { get; set; }
}

internal sealed class EndDeviceAuthenticationCode
{
    public string? Value { get; set; }
    public DateTimeOffset? ValidFrom { get; set; }
    public DateTimeOffset? ValidTo { get; set; }
}

internal sealed class LoRaAllianceProfileIdentifiers
{
    public long? VendorId { get; set; }
    public long? VendorProfileId { get; set; }
}
