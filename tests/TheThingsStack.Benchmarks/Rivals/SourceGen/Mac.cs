using System.Text.Json;
using System.Text.Json.Serialization;

namespace TheThingsStack.Benchmarks.Rivals.SourceGen;

// The MAC layer of an end device.
internal sealed class MacSettings
{
    [JsonPropertyName("class_b_timeout")] public string? ClassBTimeout { get; set; }
    public PingSlotPeriod? PingSlotPeriodicity { get; set; }
    public int? PingSlotDataRateIndex { get; set; }
    public string? PingSlotFrequency { get; set; }
    public string? BeaconFrequency { get; set; }
    [JsonPropertyName("class_c_timeout")] public string? ClassCTimeout { get; set; }
    public int? Rx1Delay { get; set; }
    public int? Rx1DataRateOffset { get; set; }
    public int? Rx2DataRateIndex { get; set; }
    public string? Rx2Frequency { get; set; }
    public List<string>? FactoryPresetFrequencies { get; set; }
    public AggregatedDutyCycle? MaxDutyCycle { get; set; }
    [JsonPropertyName("supports_32_bit_f_cnt")] public bool? Supports32BitFCnt { get; set; }
    public bool? UseAdr { get; set; }
    public float? AdrMargin { get; set; }
    [JsonPropertyName("resets_f_cnt")] public bool? ResetsFCnt { get; set; }
    public string? StatusTimePeriodicity { get; set; }
    public long? StatusCountPeriodicity { get; set; }
    public int? DesiredRx1Delay { get; set; }
    public int? DesiredRx1DataRateOffset { get; set; }
    public int? DesiredRx2DataRateIndex { get; set; }
    public string? DesiredRx2Frequency { get; set; }
    public AggregatedDutyCycle? DesiredMaxDutyCycle { get; set; }
    public AdrAckLimitExponent? DesiredAdrAckLimitExponent { get; set; }
    public AdrAckDelayExponent? DesiredAdrAckDelayExponent { get; set; }
    public int? DesiredPingSlotDataRateIndex { get; set; }
    public string? DesiredPingSlotFrequency { get; set; }
    public string? DesiredBeaconFrequency { get; set; }
    public DeviceEirp? DesiredMaxEirp { get; set; }
    [JsonPropertyName("class_b_c_downlink_interval")] public string? ClassBCDownlinkInterval { get; set; }
    public bool? UplinkDwellTime { get; set; }
    public bool? DownlinkDwellTime { get; set; }
    public AdrSettings? Adr { get; set; }
    public bool? ScheduleDownlinks { get; set; }
    public JsonElement? Relay { get; set; }
    public JsonElement? DesiredRelay { get; set; }
}

internal sealed class AdrSettings
{
    public AdrSettingsStaticMode? Static { get; set; }
    public AdrSettingsDynamicMode? Dynamic { get; set; }
    public JsonElement? Disabled { get; set; }
}

internal sealed class AdrSettingsStaticMode
{
    public int? DataRateIndex { get; set; }
    public long? TxPowerIndex { get; set; }
    public long? NbTrans { get; set; }
}

internal sealed class AdrSettingsDynamicMode
{
    public float? Margin { get; set; }
    public int? MinDataRateIndex { get; set; }
    public int? MaxDataRateIndex { get; set; }
    public long? MinTxPowerIndex { get; set; }
    public long? MaxTxPowerIndex { get; set; }
    public long? MinNbTrans { get; set; }
    public long? MaxNbTrans { get; set; }
    public JsonElement? ChannelSteering { get; set; }
    public JsonElement? Overrides { get; set; }
}

internal sealed class MacState
{
    public MacParameters? CurrentParameters { get; set; }
    public MacParameters? DesiredParameters { get; set; }
    public Class? DeviceClass { get; set; }
    public MacVersion? LorawanVersion { get; set; }
    public DateTimeOffset? LastConfirmedDownlinkAt { get; set; }
    [JsonPropertyName("last_dev_status_f_cnt_up")] public long? LastDevStatusFCntUp { get; set; }
    public PingSlotPeriod? PingSlotPeriodicity { get; set; }
    public JsonElement? PendingApplicationDownlink { get; set; }
    public List<JsonElement>? QueuedResponses { get; set; }
    public List<JsonElement>? PendingRequests { get; set; }
    public JsonElement? QueuedJoinAccept { get; set; }
    public JsonElement? PendingJoinRequest { get; set; }
    public bool? RxWindowsAvailable { get; set; }
    public List<JsonElement>? RecentUplinks { get; set; }
    public List<JsonElement>? RecentDownlinks { get; set; }
    public DateTimeOffset? LastNetworkInitiatedDownlinkAt { get; set; }
    public List<int>? RejectedAdrDataRateIndexes { get; set; }
    public List<long>? RejectedAdrTxPowerIndexes { get; set; }
    public List<string>? RejectedFrequencies { get; set; }
    public DateTimeOffset? LastDownlinkAt { get; set; }
    public Dictionary<string, JsonElement>? RejectedDataRateRanges { get; set; }
    [JsonPropertyName("last_adr_change_f_cnt_up")] public long? LastAdrChangeFCntUp { get; set; }
    public List<MacCommandIdentifier>? RecentMacCommandIdentifiers { get; set; }
    public JsonElement? PendingRelayDownlink { get; set; }
}

internal sealed class MacParameters
{
    public float? MaxEirp { get; set; }
    public int? AdrDataRateIndex { get; set; }
    public long? AdrTxPowerIndex { get; set; }
    public long? AdrNbTrans { get; set; }
    public long? AdrAckLimit { get; set; }
    public long? AdrAckDelay { get; set; }
    public int? Rx1Delay { get; set; }
    public int? Rx1DataRateOffset { get; set; }
    public int? Rx2DataRateIndex { get; set; }
    public string? Rx2Frequency { get; set; }
    public AggregatedDutyCycle? MaxDutyCycle { get; set; }
    public RejoinTimeExponent? RejoinTimePeriodicity { get; set; }
    public RejoinCountExponent? RejoinCountPeriodicity { get; set; }
    public string? PingSlotFrequency { get; set; }
    public int? PingSlotDataRateIndex { get; set; }
    public string? BeaconFrequency { get; set; }
    public List<MacParametersChannel>? Channels { get; set; }
    public bool? UplinkDwellTime { get; set; }
    public bool? DownlinkDwellTime { get; set; }
    public AdrAckLimitExponent? AdrAckLimitExponent { get; set; }
    public AdrAckDelayExponent? AdrAckDelayExponent { get; set; }
    public int? PingSlotDataRateIndexValue { get; set; }
    public JsonElement? Relay { get; set; }
}

internal sealed class MacParametersChannel
{
    public string? UplinkFrequency { get; set; }
    public string? DownlinkFrequency { get; set; }
    public int? MinDataRateIndex { get; set; }
    public int? MaxDataRateIndex { get; set; }
    public bool? EnableUplink { get; set; }
}
