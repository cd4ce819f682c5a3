using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Binding;

/// <summary>Says whether a client has all that end devices as a whole are made of: the four registries, as the code in Content calls them.</summary>
internal static class DeviceSupport
{
    private static readonly string[] Fields = ["Ids", "CreatedAt", "UpdatedAt", "NetworkServerAddress", "ApplicationServerAddress", "JoinServerAddress"];

    // What the code in Content declares.
    private static readonly string[] Declared = ["Devices", "WholeDevices", "DevicesClient", "DevicePlan"];

    public static bool IsIn(IReadOnlyCollection<ServiceModel> services, IReadOnlyCollection<MessageModel> messages, IReadOnlyCollection<EnumModel> enums) =>
        !services.SelectMany(static s => new[] { s.Name, s.ClassName }).Concat(messages.Select(static m => m.Name)).Concat(enums.Select(static e => e.Name)).Any(IsDeclared)
        && messages.Any(static m => m.Name == "EndDevice" && Fields.All(name => m.Fields.Any(f => f.Name == name)))
        && messages.Any(static m => m.Name == "EndDeviceIdentifiers" && m.Fields.Any(static f => f.Name == "DevEui") && m.Fields.Any(static f => f.Name == "JoinEui"))
        && Takes(services, "EndDeviceRegistry", "Create", TypeKind.Message)
        && Takes(services, "EndDeviceRegistry", "Update", TypeKind.Message, TypeKind.Mask)
        && Takes(services, "EndDeviceRegistry", "Get", TypeKind.Text, TypeKind.Text, TypeKind.Mask)
        && Takes(services, "EndDeviceRegistry", "Delete", TypeKind.Text, TypeKind.Text)
        && IsPartRegistry(services, "NsEndDeviceRegistry")
        && IsPartRegistry(services, "AsEndDeviceRegistry")
        && IsPartRegistry(services, "JsEndDeviceRegistry");

    private static bool IsDeclared(string name) => Array.IndexOf(Declared, name) >= 0;

    private static bool IsPartRegistry(IEnumerable<ServiceModel> services, string name) =>
        Takes(services, name, "Get", TypeKind.Text, TypeKind.Text, TypeKind.Mask)
        && Takes(services, name, "Set", TypeKind.Message, TypeKind.Mask)
        && Takes(services, name, "Delete", TypeKind.Text, TypeKind.Text);

    private static bool Takes(IEnumerable<ServiceModel> services, string service, string method, params TypeKind[] types) =>
        services.FirstOrDefault(s => s.Name == service)?.Methods.FirstOrDefault(m => m.Name == method) is { } found
        && found.Parameters.Take(types.Length).Select(static p => p.Type.Kind).SequenceEqual(types);
}
