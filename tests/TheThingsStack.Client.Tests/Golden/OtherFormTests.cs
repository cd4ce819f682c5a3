using System.Text.Json.Nodes;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Golden;

public class OtherFormTests
{
    [Fact]
    public void ApplicationUp_WithAnUplink_HasTheServersForm()
    {
        var up = new ApplicationUp
        {
            EndDeviceIds = new() { DeviceId = "soil-1", ApplicationIds = new() { ApplicationId = "farm" }, DevEui = Eui64.Parse("70B3D57ED00001A6") },
            CorrelationIds = ["gs:uplink:01JAYV"],
            ReceivedAt = Timestamp.Parse("2024-10-24T08:21:14.914541208Z"),
            UplinkMessage = new()
            {
                SessionKeyId = [1, 2, 3, 0xff],
                FPort = 2,
                FCnt = 10,
                FrmPayload = [0xfb, 0xff],
                DecodedPayload = new() { ["moisture"] = 0.25, ["bad"] = "NaN" },
                RxMetadata =
                [
                    new()
                    {
                        GatewayIds = new() { GatewayId = "gtw", Eui = Eui64.Parse("B827EBFFFE000001") },
                        Timestamp = 4_000_000_000,
                        FineTimestamp = 123_456_789_012_345,
                        Rssi = -113,
                        Snr = -5.5f,
                        FrequencyOffset = -1234,
                        UplinkToken = [0, 1],
                    },
                ],
                Settings = new() { DataRate = new LoRaDataRate { Bandwidth = 125_000, SpreadingFactor = 7, CodingRate = "4/5" }, Frequency = 868_100_000 },
                ConsumedAirtime = Duration.Parse("0.061696s"),
                NetworkIds = new() { NetId = NetId.Parse("000013"), TenantId = "ttn" },
            },
            Simulated = true,
        };
        var read = WireForm.AssertSame(up, """
            {
              "end_device_ids": {"device_id": "soil-1", "application_ids": {"application_id": "farm"}, "dev_eui": "70B3D57ED00001A6"},
              "correlation_ids": ["gs:uplink:01JAYV"],
              "received_at": "2024-10-24T08:21:14.914541208Z",
              "uplink_message": {
                "session_key_id": "AQID/w==", "f_port": 2, "f_cnt": 10, "frm_payload": "+/8=",
                "decoded_payload": {"moisture": 0.25, "bad": "NaN"},
                "rx_metadata": [{
                  "gateway_ids": {"gateway_id": "gtw", "eui": "B827EBFFFE000001"}, "timestamp": 4000000000, "fine_timestamp": "123456789012345",
                  "rssi": -113, "snr": -5.5, "frequency_offset": "-1234", "uplink_token": "AAE="
                }],
                "settings": {"data_rate": {"lora": {"bandwidth": 125000, "spreading_factor": 7, "coding_rate": "4/5"}}, "frequency": "868100000"},
                "consumed_airtime": "0.061696s", "network_ids": {"net_id": "000013", "tenant_id": "ttn"}
              },
              "simulated": true
            }
            """);
        Assert.Equal(ApplicationUp.UpOneofCase.UplinkMessage, read.UpCase);
        Assert.Equal(914_541_208, read.ReceivedAt!.Value.Nanoseconds);
    }

    [Fact]
    public void Gateway_HasTheServersForm()
    {
        var gateway = new Gateway
        {
            Ids = new() { GatewayId = "gtw", Eui = Eui64.Parse("B827EBFFFE000001") },
            FrequencyPlanIds = ["EU_863_870_TTN"],
            Antennas = [new() { Gain = 2.5f, Location = new() { Latitude = -0.5, Source = LocationSource.Gps }, Placement = GatewayAntennaPlacement.Outdoor }],
            AdministrativeContact = new OrganizationIdentifiers { OrganizationId = "acme" },
            TechnicalContact = new UserIdentifiers { UserId = "jo" },
            EnforceDutyCycle = true,
            DownlinkPathConstraint = DownlinkPathConstraint.Never,
            ScheduleAnytimeDelay = TimeSpan.FromMilliseconds(530),
            LbsLnsSecret = new() { KeyId = "k", Value = [0x68, 0x69] },
        };
        WireForm.AssertSame(gateway, """
            {
              "ids": {"gateway_id": "gtw", "eui": "B827EBFFFE000001"},
              "frequency_plan_ids": ["EU_863_870_TTN"],
              "antennas": [{"gain": 2.5, "location": {"latitude": -0.5, "source": "SOURCE_GPS"}, "placement": "OUTDOOR"}],
              "administrative_contact": {"organization_ids": {"organization_id": "acme"}},
              "technical_contact": {"user_ids": {"user_id": "jo"}},
              "enforce_duty_cycle": true, "downlink_path_constraint": "DOWNLINK_PATH_CONSTRAINT_NEVER", "schedule_anytime_delay": "0.53s",
              "lbs_lns_secret": {"key_id": "k", "value": "aGk="}
            }
            """);
    }

    [Fact]
    public void Event_WithData_HasTheServersForm()
    {
        var message = new Event
        {
            Name = "as.up.data.forward",
            Time = Timestamp.Parse("2024-10-24T08:21:14.9Z"),
            Identifiers = [new EndDeviceIdentifiers { DeviceId = "soil-1", ApplicationIds = new() { ApplicationId = "farm" } }],
            Data = Any.Pack(new ApplicationUp { ReceivedAt = Timestamp.Parse("2024-10-24T08:21:14Z"), UplinkMessage = new() { FPort = 1 } }),
            CorrelationIds = ["a", "b"],
            Context = new() { ["tenant-id"] = [0x74, 0x31] },
            Visibility = new() { Items = [Right.ApplicationTrafficRead] },
            Authentication = new() { Type = "Bearer", TokenType = "APIKey" },
            UniqueId = "01JAYV",
        };
        var read = WireForm.AssertSame(message, """
            {
              "name": "as.up.data.forward", "time": "2024-10-24T08:21:14.9Z",
              "identifiers": [{"device_ids": {"device_id": "soil-1", "application_ids": {"application_id": "farm"}}}],
              "data": {"@type": "type.googleapis.com/ttn.lorawan.v3.ApplicationUp", "received_at": "2024-10-24T08:21:14Z", "uplink_message": {"f_port": 1}},
              "correlation_ids": ["a", "b"], "context": {"tenant-id": "dDE="},
              "visibility": {"rights": ["RIGHT_APPLICATION_TRAFFIC_READ"]},
              "authentication": {"type": "Bearer", "token_type": "APIKey"}, "unique_id": "01JAYV"
            }
            """);
        Assert.Equal(1u, read.Data!.Unpack<ApplicationUp>().UplinkMessage!.FPort);
    }

    [Fact]
    public void Webhook_HasItsMaskAsAnObject()
    {
        var webhook = new ApplicationWebhook
        {
            Ids = new() { WebhookId = "hook", ApplicationIds = new() { ApplicationId = "farm" } },
            BaseUrl = "https://example.com/{appID}",
            Headers = new() { ["X-Key"] = "v" },
            Format = "json",
            UplinkMessage = new() { Path = "/up{?f}" },
            JoinAccept = new(),
            FieldMask = [ApplicationUp.Paths.Up.UplinkMessage.DecodedPayload, ApplicationUp.Paths.ReceivedAt],
        };
        WireForm.AssertSame(webhook, """
            {
              "ids": {"webhook_id": "hook", "application_ids": {"application_id": "farm"}},
              "base_url": "https://example.com/{appID}", "headers": {"X-Key": "v"}, "format": "json",
              "uplink_message": {"path": "/up{?f}"}, "join_accept": {},
              "field_mask": {"paths": ["received_at", "up.uplink_message.decoded_payload"]}
            }
            """);
    }

    [Theory]
    [InlineData("""{"paths":["ids.join_eui","ids.dev_eui","claim_authentication_code.value"]}""")]
    [InlineData("\"ids.joinEui,ids.devEui,claimAuthenticationCode.value\"")]
    [InlineData("\"ids.join_eui, ids.dev_eui, claim_authentication_code.value\"")]
    [InlineData("""["ids.join_eui","ids.dev_eui","claim_authentication_code.value"]""")]
    public void QrCodeFormat_ReadsItsMaskInEveryForm(string mask)
    {
        var formats = MessageJson.Parse<QrCodeFormats>("""{"formats":{"tr005":{"name":"TR005","field_mask":MASK}}}""".Replace("MASK", mask, StringComparison.Ordinal));
        var expected = FieldMask<EndDevice>.Parse("ids.dev_eui,ids.join_eui,claim_authentication_code.value");
        Assert.Equal(expected, formats.Formats!["tr005"].FieldMask);
        Assert.Equal(
            """{"formats":{"tr005":{"name":"TR005","field_mask":{"paths":["ids.dev_eui","ids.join_eui","claim_authentication_code.value"]}}}}""",
            MessageJson.ToText(formats));
    }

    [Fact]
    public void Mask_WithPathsOfANewerServer_KeepsThem()
    {
        var format = MessageJson.Parse<QrCodeFormat>("""{"field_mask":{"paths":["new_field.x","name","another"]}}""");
        Assert.Equal(3, format.FieldMask!.Count);
        Assert.Equal("""{"field_mask":{"paths":["name","another","new_field.x"]}}""", MessageJson.ToText(format));
    }

    [Fact]
    public void Answer_AsAnOlderOrOtherWriterSendsIt_IsRead()
    {
        var stats = MessageJson.Parse<GatewayStatus>("""{"metrics":{"txok":1,"bad":"NaN"},"antenna_locations":[{"source":1,"latitude":"1.5"}],"time":"2024-10-24T10:00:00+02:00"}""");
        Assert.Equal(float.NaN, stats.Metrics!["bad"]);
        Assert.Equal(LocationSource.Gps, stats.AntennaLocations![0].Source);
        Assert.Equal(1.5, stats.AntennaLocations[0].Latitude);
        Assert.Equal(Timestamp.Parse("2024-10-24T08:00:00Z"), stats.Time);
    }

    [Fact]
    public void ErrorDetails_WithACause_IsRead()
    {
        var error = MessageJson.Parse<ErrorDetails>("""
            {"@type":"type.googleapis.com/ttn.lorawan.v3.ErrorDetails","namespace":"pkg/errors","name":"validation","attributes":{"field":"x","n":1},
             "cause":{"namespace":"pkg/x","code":5},"code":3,"details":[{"@type":"type.googleapis.com/ttn.lorawan.v3.ErrorDetails","name":"inner"}]}
            """);
        Assert.Equal(("validation", 3u, 5u), (error.Name, error.Code, error.Cause!.Code));
        Assert.True(JsonNode.DeepEquals(error.Attributes, JsonNode.Parse("""{"field":"x","n":1}""")));
        Assert.Equal("inner", Assert.Single(error.Details!).Unpack<ErrorDetails>().Name);
    }
}
