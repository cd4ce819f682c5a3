using TheThingsStack.Emulator.Entities;

namespace TheThingsStack.Emulator.Access;

/// <summary>The rights that RPCs ask for on the entity that their request is about.</summary>
internal static class RequiredRights
{
    private static readonly Dictionary<string, (EntityKind Kind, string[] Rights)> Table = new(StringComparer.Ordinal);

    static RequiredRights()
    {
        foreach (var kind in EntityKind.All)
        {
            Add(kind, ["SETTINGS_BASIC"], $"{kind.Registry}/Update");
            Add(kind, ["DELETE"], $"{kind.Registry}/Delete", $"{kind.Registry}/Restore");
            if (kind != EntityKind.Client)
                Add(kind, ["SETTINGS_API_KEYS"], Methods(kind.Access, "CreateAPIKey", "GetAPIKey", "ListAPIKeys", "UpdateAPIKey", "DeleteAPIKey"));
            if (kind != EntityKind.User)
                Add(kind, [Collaborators(kind)], Methods(kind.Access, "GetCollaborator", "SetCollaborator", "DeleteCollaborator"));
        }

        Add(EntityKind.Gateway, ["STATUS_READ"], "Gs/GetGatewayConnectionStats");
        AddDevices();
        AddTraffic();
        AddIntegrations();
    }

    /// <summary>What an RPC asks for; null when it decides by itself or is not implemented.</summary>
    public static (EntityKind Kind, string[] Rights)? Find(string rpc) => Table.TryGetValue(rpc, out var required) ? required : null;

    /// <summary>The right to see and change who the collaborators are, without the prefix of the kind.</summary>
    public static string Collaborators(EntityKind kind) => kind == EntityKind.Organization ? "SETTINGS_MEMBERS" : "SETTINGS_COLLABORATORS";

    /// <summary>The RPCs that ask for rights.</summary>
    public static IEnumerable<string> Rpcs => Table.Keys;

    private static void AddDevices()
    {
        foreach (var server in (string[])["", "Ns", "As", "Js"])
        {
            Add(EntityKind.Application, ["DEVICES_READ"], $"{server}EndDeviceRegistry/Get");
            Add(EntityKind.Application, ["DEVICES_WRITE"], $"{server}EndDeviceRegistry/Delete", $"{server}EndDeviceBatchRegistry/Delete");
            if (server.Length > 0)
                Add(EntityKind.Application, ["DEVICES_WRITE"], $"{server}EndDeviceRegistry/Set");
        }

        Add(EntityKind.Application, ["DEVICES_READ"], "EndDeviceRegistry/List", "EndDeviceBatchRegistry/Get", "EndDeviceRegistrySearch/SearchEndDevices");
        Add(EntityKind.Application, ["DEVICES_WRITE"], "EndDeviceRegistry/Create", "EndDeviceRegistry/Update");
        Add(EntityKind.Application, ["DEVICES_READ", "DEVICES_WRITE"], "NsEndDeviceRegistry/ResetFactoryDefaults");
    }

    private static void AddTraffic()
    {
        Add(EntityKind.Application, ["TRAFFIC_READ"], "AppAs/DownlinkQueueList", "ApplicationUpStorage/GetStoredApplicationUp", "ApplicationUpStorage/GetStoredApplicationUpCount");
        Add(EntityKind.Application, ["TRAFFIC_DOWN_WRITE"], "AppAs/DownlinkQueuePush", "AppAs/DownlinkQueueReplace");
        Add(EntityKind.Application, ["TRAFFIC_UP_WRITE"], "AppAs/SimulateUplink");
    }

    private static void AddIntegrations()
    {
        Add(EntityKind.Application, ["SETTINGS_BASIC"], "As/GetLink", "As/SetLink", "As/DeleteLink");
        foreach (var service in (string[])["ApplicationWebhookRegistry", "ApplicationPubSubRegistry"])
        {
            Add(EntityKind.Application, ["TRAFFIC_READ"], Methods(service, "Get", "List"));
            Add(EntityKind.Application, ["SETTINGS_BASIC", "TRAFFIC_READ", "TRAFFIC_DOWN_WRITE"], Methods(service, "Set", "Delete"));
        }

        Add(EntityKind.Application, ["SETTINGS_PACKAGES"], Methods("ApplicationPackageRegistry",
            "List", "GetAssociation", "ListAssociations", "SetAssociation", "DeleteAssociation",
            "GetDefaultAssociation", "ListDefaultAssociations", "SetDefaultAssociation", "DeleteDefaultAssociation"));
    }

    private static void Add(EntityKind kind, string[] rights, params string[] rpcs)
    {
        foreach (var rpc in rpcs)
            Table.Add(rpc, (kind, [.. rights.Select(kind.Right)]));
    }

    private static string[] Methods(string service, params string[] methods) => [.. methods.Select(m => $"{service}/{m}")];
}
