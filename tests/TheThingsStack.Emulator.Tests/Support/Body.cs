using System.Text.Json.Nodes;

namespace TheThingsStack.Emulator.Tests.Support;

/// <summary>Bodies of requests, put together from the JSON of an entity and the paths of a mask.</summary>
internal static class Body
{
    public static string Device(string device, params string[] paths) => Of("end_device", device, paths);

    public static string Application(string application, params string[] paths) => Of("application", application, paths);

    /// <summary>The identifiers of a device, and further properties of it.</summary>
    public static string NewDevice(string deviceId, string? devEui = null, string joinEui = "0000000000000001", string more = "{}")
    {
        var device = JsonNode.Parse(more)!.AsObject();
        var ids = new JsonObject { ["device_id"] = deviceId };
        if (devEui is not null)
            (ids["dev_eui"], ids["join_eui"]) = (devEui, joinEui);
        device["ids"] = ids;
        return device.ToJsonString();
    }

    private static string Of(string name, string entity, string[] paths)
    {
        var body = new JsonObject { [name] = JsonNode.Parse(entity) };
        if (paths.Length > 0)
            body["field_mask"] = new JsonObject { ["paths"] = new JsonArray([.. paths.Select(p => JsonValue.Create(p))]) };
        return body.ToJsonString();
    }
}
