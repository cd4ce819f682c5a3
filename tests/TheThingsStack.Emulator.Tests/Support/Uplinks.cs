using System.Text.Json.Nodes;

namespace TheThingsStack.Emulator.Tests.Support;

/// <summary>Messages as devices send them.</summary>
internal static class Uplinks
{
    private const string Settings = """{"data_rate":{"lora":{"bandwidth":125000,"spreading_factor":7}},"frequency":"868100000"}""";

    /// <summary>A message with a payload on a port, and whatever else is in it.</summary>
    public static string Data(int port = 1, string payload = "AQ==", string more = "{}")
    {
        var uplink = JsonNode.Parse(more)!.AsObject();
        (uplink["f_port"], uplink["frm_payload"], uplink["settings"]) = (port, payload, JsonNode.Parse(Settings));
        return new JsonObject { ["uplink_message"] = uplink }.ToJsonString();
    }

    public static Task<Answer> Simulate(ApiClient api, string message, string device = "dev1") =>
        api.Post($"/api/v3/as/applications/app1/devices/{device}/up/simulate", message);
}
