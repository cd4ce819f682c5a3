using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Applications;

/// <summary>The link of an application: what the Application Server does for all of its devices.</summary>
internal sealed class LinkRegistry(ApiReference reference)
{
    private readonly MessageType _type = reference.Messages["ApplicationLink"];

    public void AddTo(Handlers handlers)
    {
        handlers.Add("As/GetLink", call => call.Answer(_type, Find(call, call.Request.Text("application_ids.application_id"))));
        handlers.Add("As/SetLink", Set);
        handlers.Add("As/DeleteLink", Delete);
    }

    private static JsonObject Find(Call call, string applicationId)
    {
        call.Tenant.Applications.Get(applicationId);
        return call.Tenant.Links.GetValueOrDefault(applicationId) ?? throw IntegrationStore.NotFound.Raise();
    }

    private JsonObject Set(Call call)
    {
        var applicationId = call.Request.Text("application_ids.application_id");
        call.Tenant.Applications.Get(applicationId);
        var link = call.Tenant.Links.GetValueOrDefault(applicationId)?.Copy() ?? [];
        FieldCopier.Apply(_type, link, call.Request.Object("link"), call.Paths);
        var answer = call.Answer(_type, link);
        call.Tenant.Links[applicationId] = link;
        return answer;
    }

    private static JsonObject Delete(Call call)
    {
        var applicationId = call.Request.Text("application_id");
        Find(call, applicationId);
        call.Tenant.Links.Remove(applicationId);
        return [];
    }
}
