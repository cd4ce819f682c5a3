using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>
/// End devices as the Network, the Application and the Join Server keep them, each with its own paths: reading, setting
/// (which creates what is not there) and deleting are alike, and what differs is in a derived class.
/// </summary>
/// <param name="reference">The reference.</param>
/// <param name="prefix">The first letters of the server's services, such as <c>Ns</c>; small, they begin its events.</param>
/// <param name="errorNamespace">Where its errors come from.</param>
/// <param name="store">Where its devices are.</param>
internal abstract class ServerDeviceRegistry(ApiReference reference, string prefix, string errorNamespace, Func<Tenant, DeviceStore> store)
{
    private readonly string _events = prefix.ToLowerInvariant() + ".end_device.";

    protected MessageType Type { get; } = reference.Messages["EndDevice"];

    public virtual void AddTo(Handlers handlers)
    {
        handlers.Add($"{prefix}EndDeviceRegistry/Get", call => call.Answer(Type, Find(call, call.Request.Object("end_device_ids")!)));
        handlers.Add($"{prefix}EndDeviceRegistry/Set", Set);
        handlers.Add($"{prefix}EndDeviceRegistry/Delete", Delete);
        handlers.Add($"{prefix}EndDeviceBatchRegistry/Delete", BatchDelete);
    }

    /// <summary>Refuses what this server in particular does not take.</summary>
    /// <param name="body">The device as sent.</param>
    /// <param name="device">The device as it would be stored.</param>
    /// <param name="stored">The device as it is stored; null for a new one.</param>
    protected abstract void Check(JsonObject body, JsonObject device, JsonObject? stored);

    /// <summary>Fills in what this server derives from the rest.</summary>
    protected virtual void Complete(JsonObject device)
    {
    }

    /// <summary>Forgets what this server keeps beside a device that is gone.</summary>
    protected virtual void Forget(Call call, JsonObject device)
    {
    }

    protected ApiError Invalid(string name, string message) => new(RpcCode.InvalidArgument, errorNamespace, name, message);

    protected JsonObject Find(Call call, JsonObject ids)
    {
        var (applicationId, deviceId) = (ids.Text("application_ids.application_id"), ids.Text("device_id"));
        call.Tenant.Applications.Get(applicationId);
        return store(call.Tenant).Find(applicationId, deviceId)
            ?? throw new ApiError(RpcCode.NotFound, errorNamespace, "device_not_found", "device `{device_id}` of application `{application_id}` not found")
                .With("application_id", applicationId)
                .With("device_id", deviceId)
                .Raise();
    }

    protected void PublishUpdate(Call call, JsonObject device, IEnumerable<string> paths) =>
        call.Publish(_events + "update", Identifiers.OfDevice(device), EventData.Strings(paths));

    private JsonObject Set(Call call)
    {
        var body = call.Request.Object("end_device")!;
        var applicationId = body.Text("ids.application_ids.application_id");
        call.Tenant.Applications.Get(applicationId);
        var stored = store(call.Tenant).Find(applicationId, body.Text("ids.device_id"));
        var device = stored?.Copy() ?? new JsonObject { ["created_at"] = call.Now };
        device["ids"] = MergeIds(call, body, stored);
        device["updated_at"] = call.Now;
        FieldCopier.Apply(Type, device, body, call.Paths.Where(p => !Identifiers.IsFixed(p)));
        Check(body, device, stored);
        Complete(device);
        if (store(call.Tenant).Twin(device) is not null)
            throw new ApiError(RpcCode.AlreadyExists, errorNamespace, "duplicate_identifiers", "another device has these EUIs").Raise();
        var answer = call.Answer(Type, device);
        store(call.Tenant).Put(device);
        if (stored is null)
            call.Publish(_events + "create", Identifiers.OfDevice(device));
        else
            PublishUpdate(call, device, call.Paths);
        return answer;
    }

    /// <summary>Identifiers are taken from the body when the device is new, masked or not, and never change later.</summary>
    private JsonObject MergeIds(Call call, JsonObject body, JsonObject? stored)
    {
        var ids = stored.Object("ids")?.Copy() ?? [];
        foreach (var (name, value) in body.Object("ids")!)
        {
            if (ids[name] is null)
            {
                if (stored is null || call.Paths.Any(p => p == "ids" || p == $"ids.{name}"))
                    ids[name] = value!.DeepClone();
            }
            else if (name is "dev_eui" or "join_eui" && !JsonNode.DeepEquals(ids[name], value))
            {
                throw Invalid("invalid_identifiers", "the identifiers of a device cannot change").Raise();
            }
        }

        return ids;
    }

    private JsonObject Delete(Call call)
    {
        var device = Find(call, call.Request);
        store(call.Tenant).Remove(device.Text("ids.application_ids.application_id"), device.Text("ids.device_id"));
        Forget(call, device);
        call.Publish(_events + "delete", Identifiers.OfDevice(device));
        return [];
    }

    private JsonObject BatchDelete(Call call)
    {
        call.Tenant.Applications.Get(call.Request.Text("application_ids.application_id"));
        foreach (var device in BatchDeletion.Delete(call, store(call.Tenant), _events + "batch.delete"))
            Forget(call, device);
        return [];
    }
}
