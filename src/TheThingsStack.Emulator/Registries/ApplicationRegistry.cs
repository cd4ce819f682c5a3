using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Applications on the Identity Server. There are no accounts behind the owners: whoever the path names is one.</summary>
internal sealed class ApplicationRegistry(ApiReference reference)
{
    private static readonly ApiError IdTaken = new(RpcCode.AlreadyExists, "pkg/identityserver/store", "id_taken", "the ID is taken");
    private static readonly ApiError HasDevices = new(RpcCode.FailedPrecondition, "pkg/identityserver", "application_has_devices", "the application still has `{count}` devices");

    private readonly MessageType _type = reference.Messages["Application"];

    public void AddTo(Handlers handlers)
    {
        handlers.Add("ApplicationRegistry/Create", Create);
        handlers.Add("ApplicationRegistry/Get", call => call.Answer(_type, call.Tenant.Applications.Get(call.Request.Text("application_ids.application_id"))));
        handlers.Add("ApplicationRegistry/List", List);
        handlers.Add("ApplicationRegistry/Update", Update);
        handlers.Add("ApplicationRegistry/Delete", Delete);
        handlers.Add("ApplicationRegistry/Restore", Restore);
        handlers.Add("ApplicationRegistry/Purge", Purge);
        handlers.Add("EntityRegistrySearch/SearchApplications", Search);
    }

    private JsonObject Create(Call call)
    {
        var application = call.Request.Object("application")!.Copy();
        var owner = call.Request.Object("collaborator")!;
        var id = application.Text("ids.application_id");
        ReservedIds.Refuse(id);
        if (call.Tenant.Applications.IsTaken(id))
            throw IdTaken.Raise();
        foreach (var contact in (string[])["administrative_contact", "technical_contact"])
            application[contact] ??= owner.Copy();
        application.Remove("deleted_at");
        (application["created_at"], application["updated_at"]) = (call.Now, call.Now);
        call.Tenant.Applications.Add(application, owner.Copy());
        call.Publish("application.create", Identifiers.OfApplication(id));
        return application.Copy();
    }

    private JsonObject List(Call call) =>
        Paging.Answer(call, "applications", _type, call.Tenant.Applications.All(call.Request.Flag("deleted"), call.Request.Object("collaborator")));

    private JsonObject Update(Call call)
    {
        var id = call.Request.Text("application.ids.application_id");
        var application = call.Tenant.Applications.Get(id).Copy();
        FieldCopier.Apply(_type, application, call.Request.Object("application")!, call.Paths.Where(p => !Identifiers.IsFixed(p)));
        application["updated_at"] = call.Now;
        var answer = call.Answer(_type, application);
        call.Tenant.Applications.Replace(application);
        call.Publish("application.update", Identifiers.OfApplication(id), EventData.Strings(call.Paths));
        return answer;
    }

    private static JsonObject Delete(Call call)
    {
        var id = call.Request.Text("application_id");
        var application = call.Tenant.Applications.Get(id);
        if (call.Tenant.IdentityServer.In(id).Count is > 0 and var count)
            throw HasDevices.With("count", count).Raise();
        application["deleted_at"] = call.Now;
        call.Publish("application.delete", Identifiers.OfApplication(id));
        return [];
    }

    private static JsonObject Restore(Call call)
    {
        var id = call.Request.Text("application_id");
        var application = call.Tenant.Applications.GetAny(id);
        if (!application.Remove("deleted_at"))
            throw ApplicationStore.Missing(id);
        application["updated_at"] = call.Now;
        call.Publish("application.restore", Identifiers.OfApplication(id));
        return [];
    }

    private static JsonObject Purge(Call call)
    {
        var id = call.Request.Text("application_id");
        call.Tenant.Applications.GetAny(id);
        foreach (var device in call.Tenant.IdentityServer.In(id).ToArray())
            call.Tenant.IdentityServer.Remove(id, device.Text("ids.device_id"));
        call.Tenant.Applications.Remove(id);
        call.Publish("application.purge", Identifiers.OfApplication(id));
        return [];
    }

    private JsonObject Search(Call call)
    {
        var found = call.Tenant.Applications.All(call.Request.Flag("deleted"), owner: null);
        return Paging.Answer(call, "applications", _type, SearchFilter.Applications.Apply(call.Request, found), SearchFilter.Applications.Paths(call.Request));
    }
}
