using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Golden;

public class EndDeviceFormTests
{
    private const string Json = """
        {
          "ids": {
            "device_id": "soil-1", "application_ids": {"application_id": "farm"},
            "dev_eui": "70B3D57ED00001A6", "join_eui": "0000000000000000", "dev_addr": "260B1234"
          },
          "created_at": "2024-10-24T08:00:00.000000001Z", "updated_at": "2024-10-24T08:00:00.5Z",
          "name": "Soil", "attributes": {"field": "north"},
          "version_ids": {"brand_id": "acme", "model_id": "soil", "hardware_version": "1.0", "firmware_version": "1.1", "band_id": "EU_863_870"},
          "network_server_address": "eu1.cloud.thethings.network",
          "locations": {"user": {"latitude": 52.3731, "longitude": 4.8926, "altitude": -2, "source": "SOURCE_REGISTRY"}},
          "picture": {"embedded": {"mime_type": "image/png", "data": "iVBORw0KGgo="}, "sizes": {"0": "https://x/p", "128": "https://x/128"}},
          "supports_class_b": false, "lorawan_version": "MAC_V1_0_3", "lorawan_phy_version": "PHY_V1_0_3_REV_A",
          "frequency_plan_id": "EU_863_870_TTN", "min_frequency": "863000000", "max_frequency": "870000000",
          "root_keys": {"root_key_id": "rk", "app_key": {"key": "00112233445566778899AABBCCDDEEFF"}, "nwk_key": {"kek_label": "kek", "encrypted_key": "3q2+7w=="}},
          "net_id": "000013",
          "mac_settings": {
            "class_b_timeout": "8s", "ping_slot_periodicity": "PING_EVERY_8S", "ping_slot_data_rate_index": 3, "ping_slot_frequency": "0",
            "class_c_timeout": "0.061696s", "rx1_delay": 5, "rx1_data_rate_offset": 0, "rx2_data_rate_index": 3, "rx2_frequency": "869525000",
            "factory_preset_frequencies": ["868100000", "868300000"], "max_duty_cycle": "DUTY_CYCLE_1",
            "supports_32_bit_f_cnt": true, "resets_f_cnt": false, "status_count_periodicity": 0, "desired_rx1_delay": 1,
            "desired_adr_ack_limit_exponent": "ADR_ACK_LIMIT_64",
            "adr": {"dynamic": {"margin": 10.5, "min_nb_trans": 1}}
          },
          "session": {
            "dev_addr": "260B1234", "keys": {"session_key_id": "AYfg8rhha5n+FWx0ZaAprA==", "f_nwk_s_int_key": {"key": "FFEEDDCCBBAA99887766554433221100"}},
            "last_f_cnt_up": 4294967295, "started_at": "0001-01-01T00:00:00Z"
          },
          "last_dev_nonce": 0, "used_dev_nonces": [1, 65535], "power_state": "POWER_BATTERY", "battery_percentage": 0.5, "downlink_margin": -12,
          "formatters": {"up_formatter": "FORMATTER_JAVASCRIPT", "up_formatter_parameter": "function f() { return \"<&>\"; }"},
          "provisioning_data": {"a": [1, null]}, "multicast": false,
          "claim_authentication_code": {"value": "ABC123", "valid_to": "2025-01-01T00:00:00Z"}
        }
        """;

    [Fact]
    public void EndDevice_WithEverything_HasTheServersForm()
    {
        var read = WireForm.AssertSame(Device(), Json);
        Assert.Equal(Eui64.Parse("70b3d57ed00001a6"), read.Ids!.DevEui);
        Assert.Equal(default(Eui64), read.Ids.JoinEui);
        Assert.Equal(1, read.CreatedAt!.Value.Nanoseconds);
        Assert.Equal(Timestamp.MinValue, read.Session!.StartedAt);
        Assert.Equal(AdrSettings.ModeOneofCase.Dynamic, read.MacSettings!.Adr!.ModeCase);
        Assert.DoesNotContain("00112233445566778899AABBCCDDEEFF", read.RootKeys!.AppKey!.Key.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static EndDevice Device() => new()
    {
        Ids = new()
        {
            DeviceId = "soil-1",
            ApplicationIds = new() { ApplicationId = "farm" },
            DevEui = Eui64.Parse("70B3D57ED00001A6"),
            JoinEui = default(Eui64),
            DevAddr = DevAddr.Parse("260B1234"),
        },
        CreatedAt = Timestamp.Parse("2024-10-24T08:00:00.000000001Z"),
        UpdatedAt = new DateTimeOffset(2024, 10, 24, 10, 0, 0, 500, TimeSpan.FromHours(2)),
        Name = "Soil",
        Attributes = new() { ["field"] = "north" },
        VersionIds = new() { BrandId = "acme", ModelId = "soil", HardwareVersion = "1.0", FirmwareVersion = "1.1", BandId = "EU_863_870" },
        NetworkServerAddress = "eu1.cloud.thethings.network",
        Locations = new() { ["user"] = new() { Latitude = 52.3731, Longitude = 4.8926, Altitude = -2, Source = LocationSource.Registry } },
        Picture = new()
        {
            Embedded = new() { MimeType = "image/png", Data = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
            Sizes = new() { [0] = "https://x/p", [128] = "https://x/128" },
        },
        SupportsClassB = false,
        LorawanVersion = MacVersion.V1_0_3,
        LorawanPhyVersion = new PhyVersion("RP001_V1_0_3_REV_A"),
        FrequencyPlanId = "EU_863_870_TTN",
        MinFrequency = 863_000_000,
        MaxFrequency = 870_000_000,
        RootKeys = new()
        {
            RootKeyId = "rk",
            AppKey = new() { Key = AesKey.Parse("00112233445566778899AABBCCDDEEFF") },
            NwkKey = new() { KekLabel = "kek", EncryptedKey = [0xde, 0xad, 0xbe, 0xef] },
        },
        NetId = NetId.Parse("000013"),
        MacSettings = MacSettings(),
        Session = new()
        {
            DevAddr = DevAddr.Parse("260B1234"),
            Keys = new()
            {
                SessionKeyId = Convert.FromBase64String("AYfg8rhha5n+FWx0ZaAprA=="),
                FNwkSIntKey = new() { Key = AesKey.Parse("FFEEDDCCBBAA99887766554433221100") },
            },
            LastFCntUp = uint.MaxValue,
            StartedAt = default(Timestamp),
        },
        LastDevNonce = 0,
        UsedDevNonces = [1, 65535],
        PowerState = PowerState.Battery,
        BatteryPercentage = 0.5f,
        DownlinkMargin = -12,
        Formatters = new() { UpFormatter = PayloadFormatter.Javascript, UpFormatterParameter = "function f() { return \"<&>\"; }" },
        ProvisioningData = new() { ["a"] = new System.Text.Json.Nodes.JsonArray(1, null) },
        Multicast = false,
        ClaimAuthenticationCode = new() { Value = "ABC123", ValidTo = Timestamp.Parse("2025-01-01T00:00:00Z") },
    };

    private static MacSettings MacSettings() => new()
    {
        ClassBTimeout = TimeSpan.FromSeconds(8),
        PingSlotPeriodicity = PingSlotPeriod.PingEvery8S,
        PingSlotDataRateIndex = DataRateIndex.DataRate3,
        PingSlotFrequency = 0,
        ClassCTimeout = Duration.Parse("0.061696s"),
        Rx1Delay = RxDelay.RxDelay5,
        Rx1DataRateOffset = DataRateOffset.DataRateOffset0,
        Rx2DataRateIndex = new DataRateIndex("3"),
        Rx2Frequency = 869_525_000,
        FactoryPresetFrequencies = [868_100_000, 868_300_000],
        MaxDutyCycle = AggregatedDutyCycle.DutyCycle1,
        Supports32BitFCnt = true,
        ResetsFCnt = false,
        StatusCountPeriodicity = 0,
        DesiredRx1Delay = RxDelay.RxDelay1,
        DesiredAdrAckLimitExponent = AdrAckLimitExponent.AdrAckLimit64,
        Adr = new AdrSettingsDynamicMode { Margin = 10.5f, MinNbTrans = 1 },
    };
}
