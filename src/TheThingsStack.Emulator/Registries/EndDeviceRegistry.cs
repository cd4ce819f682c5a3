using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>End devices on the Identity Server.</summary>
internal sealed class EndDeviceRegistry(ApiReference reference)
{
    private static readonly ApiError NotFound = new(RpcCode.NotFound, "pkg/identityserver/store", "end_device_not_found", "end device `{device_id}` of application `{application_id}` not found");
    private static readonly ApiError IdTaken = new(RpcCode.AlreadyExists, "pkg/identityserver/store", "id_taken", "the ID is taken");
    private static readonly ApiError EuisTaken = new(RpcCode.AlreadyExists, "pkg/identityserver", "end_device_euis_taken", "the JoinEUI `{join_eui}` and DevEUI `{dev_eui}` belong to device `{device_id}` of application `{application_id}`");
    private static readonly string[] Servers = ["network", "application", "join"];

    private readonly MessageType _type = reference.Messages["EndDevice"];

    /// <summary>What this server stores of a device: what it can be asked for.</summary>
    private readonly string[] _stored = [.. reference.Rpcs["EndDeviceRegistry/Get"].Mask!.Paths!.Where(p => !Identifiers.IsFixed(p))];

    public void AddTo(Handlers handlers)
    {
        handlers.Add("EndDeviceRegistry/Create", Create);
        handlers.Add("EndDeviceRegistry/Get", call => call.Answer(_type, Get(call, "end_device_ids")));
        handlers.Add("EndDeviceRegistry/List", List);
        handlers.Add("EndDeviceRegistry/Update", Update);
        handlers.Add("EndDeviceRegistry/Delete", Delete);
        handlers.Add("EndDeviceBatchRegistry/Get", BatchGet);
        handlers.Add("EndDeviceBatchRegistry/Delete", BatchDelete);
        handlers.Add("EndDeviceRegistrySearch/SearchEndDevices", Search);
    }

    /// <summary>Stores everything in the body that this server holds. There is no field mask: one that is sent is an unknown field.</summary>
    private JsonObject Create(Call call)
    {
        var body = call.Request.Object("end_device")!;
        var application = call.Tenant.Applications.Get(body.Text("ids.application_ids.application_id"));
        var id = body.Text("ids.device_id");
        ReservedIds.Refuse(id);
        RequireSameServers(application, body);
        if (call.Tenant.IdentityServer.Find(body.Text("ids.application_ids.application_id"), id) is not null)
            throw IdTaken.Raise();
        if (call.Tenant.IdentityServer.Twin(body) is { } twin)
            throw Taken(twin).Raise();
        var device = FieldCopier.Select(_type, body, ["ids", .. _stored]);
        device.Object("ids")!.Remove("dev_addr");
        (device["created_at"], device["updated_at"]) = (call.Now, call.Now);
        call.Tenant.IdentityServer.Put(device);
        call.Publish("end_device.create", Identifiers.OfDevice(device));
        return device.Copy();
    }

    /// <summary>A device must live on the servers that its application names, if it names any.</summary>
    private static void RequireSameServers(JsonObject application, JsonObject device)
    {
        foreach (var server in Servers)
        {
            var field = $"{server}_server_address";
            var (expected, actual) = (Host(application.Text(field)), Host(device.Text(field)));
            if (expected.Length > 0 && actual.Length > 0 && !expected.Equals(actual, StringComparison.OrdinalIgnoreCase))
                throw new ApiError(RpcCode.InvalidArgument, "pkg/identityserver", $"{field}_mismatch", "the application has another address for this server").Raise();
        }
    }

    private static string Host(string address) => address.Split(':')[0];

    private static ApiError Taken(JsonObject twin) => EuisTaken
        .With("join_eui", twin.Text("ids.join_eui"))
        .With("dev_eui", twin.Text("ids.dev_eui"))
        .With("device_id", twin.Text("ids.device_id"))
        .With("application_id", twin.Text("ids.application_ids.application_id"));

    private static JsonObject Get(Call call, string idsPath)
    {
        var applicationId = call.Request.Text($"{idsPath}.application_ids.application_id");
        var deviceId = call.Request.Text($"{idsPath}.device_id");
        call.Tenant.Applications.Get(applicationId);
        return call.Tenant.IdentityServer.Find(applicationId, deviceId) ?? throw Missing(applicationId, deviceId);
    }

    private static ApiException Missing(string applicationId, string deviceId) =>
        NotFound.With("application_id", applicationId).With("device_id", deviceId).Raise();

    private JsonObject List(Call call)
    {
        IEnumerable<JsonObject> devices = DevicesOf(call);
        foreach (var filter in call.Request["filters"] as JsonArray ?? [])
        {
            var since = filter!.AsObject().Text("updated_since");
            if (since.Length > 0)
                devices = devices.Where(d => string.CompareOrdinal(ProtoTime.SortKey(d.Text("updated_at")), ProtoTime.SortKey(since)) > 0);
        }

        return Page(call, devices);
    }

    private static IReadOnlyCollection<JsonObject> DevicesOf(Call call)
    {
        var applicationId = call.Request.Text("application_ids.application_id");
        call.Tenant.Applications.Get(applicationId);
        return call.Tenant.IdentityServer.In(applicationId);
    }

    /// <summary>Without a mask only the time of the last change is set.</summary>
    private JsonObject Update(Call call)
    {
        var device = Get(call, "end_device.ids").Copy();
        FieldCopier.Apply(_type, device, call.Request.Object("end_device")!, call.Paths.Where(p => !Identifiers.IsFixed(p)));
        device["updated_at"] = call.Now;
        var answer = call.Answer(_type, device);
        call.Tenant.IdentityServer.Put(device);
        call.Publish("end_device.update", Identifiers.OfDevice(device), EventData.Strings(call.Paths));
        return answer;
    }

    private static JsonObject Delete(Call call)
    {
        var (applicationId, deviceId) = (call.Request.Text("application_ids.application_id"), call.Request.Text("device_id"));
        call.Tenant.Applications.Get(applicationId);
        var device = call.Tenant.IdentityServer.Find(applicationId, deviceId) ?? throw Missing(applicationId, deviceId);
        call.Tenant.IdentityServer.Remove(applicationId, deviceId);
        call.Publish("end_device.delete", Identifiers.OfDevice(device));
        return [];
    }

    /// <summary>Identifiers that do not exist are passed over, here and when deleting.</summary>
    private JsonObject BatchGet(Call call)
    {
        var devices = BatchDeletion.Named(call, DevicesOf(call)).Select(d => (JsonNode)call.Answer(_type, d)).ToArray();
        return devices.Length == 0 ? [] : new JsonObject { ["end_devices"] = new JsonArray(devices) };
    }

    private static JsonObject BatchDelete(Call call)
    {
        call.Tenant.Applications.Get(call.Request.Text("application_ids.application_id"));
        BatchDeletion.Delete(call, call.Tenant.IdentityServer, "end_device.batch.delete");
        return [];
    }

    private JsonObject Search(Call call) =>
        Page(call, SearchFilter.EndDevices.Apply(call.Request, DevicesOf(call)), SearchFilter.EndDevices.Paths(call.Request));

    private JsonObject Page(Call call, IEnumerable<JsonObject> devices, params IEnumerable<string> more) =>
        Paging.Answer(call, "end_devices", devices, d => call.Answer(_type, d, more), d => d.Text("ids.device_id"));
}
