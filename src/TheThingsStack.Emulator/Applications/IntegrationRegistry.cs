using System.Globalization;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Registries;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Applications;

/// <summary>
/// One kind of integration on the Application Server: webhooks, pub/subs, and associations of packages with a device or a
/// whole application. They are kept and given back; the emulator sends nothing to them.
/// </summary>
internal sealed class IntegrationRegistry
{
    private readonly string _service;
    private readonly string _noun;
    private readonly string _field;
    private readonly string _listField;
    private readonly bool _pages;
    private readonly MessageType _type;

    private IntegrationRegistry(ApiReference reference, string service, string noun, string field, string listField, bool pages)
    {
        (_service, _noun, _field, _listField, _pages) = (service, noun, field, listField, pages);
        _type = reference.Rpcs[$"{service}/Get{noun}"].Mask!.Message;
    }

    /// <summary>Webhooks tell their number but do not page; pub/subs do neither.</summary>
    public static IEnumerable<IntegrationRegistry> All(ApiReference reference) =>
    [
        new(reference, "ApplicationWebhookRegistry", "", "webhook", "webhooks", pages: false),
        new(reference, "ApplicationPubSubRegistry", "", "pubsub", "pubsubs", pages: false),
        new(reference, "ApplicationPackageRegistry", "Association", "association", "associations", pages: true),
        new(reference, "ApplicationPackageRegistry", "DefaultAssociation", "default", "defaults", pages: true),
    ];

    public void AddTo(Handlers handlers)
    {
        handlers.Add($"{_service}/Get{_noun}", call => call.Answer(_type, Get(call, call.Request.Object("ids")!)));
        handlers.Add($"{_service}/List{_noun}{(_noun.Length > 0 ? "s" : "")}", List);
        handlers.Add($"{_service}/Set{_noun}", Set);
        handlers.Add($"{_service}/Delete{_noun}", Delete);
    }

    private JsonObject Get(Call call, JsonObject ids)
    {
        call.Tenant.Applications.Get(ApplicationId(ids));
        return call.Tenant.Integrations.Find(_type.Name, Scope(ids), Key(ids)) ?? throw IntegrationStore.NotFound.Raise();
    }

    private JsonObject List(Call call)
    {
        var owner = call.Request.Object("application_ids") is { } application ? new JsonObject { ["application_ids"] = application.Copy() } : OwnerOfAssociations(call.Request.Object("ids")!);
        call.Tenant.Applications.Get(ApplicationId(owner));
        var found = call.Tenant.Integrations.In(_type.Name, Scope(owner));
        if (_pages)
            return Paging.Answer(call, _listField, found, i => call.Answer(_type, i), i => Key(i.Object("ids")!));
        if (_field == "webhook")
            call.SetTotalCount(found.Count);
        return found.Count == 0 ? [] : new JsonObject { [_listField] = new JsonArray([.. found.Select(i => (JsonNode)call.Answer(_type, i))]) };
    }

    /// <summary>The identifiers in a request for a list are those of the device or of the application itself.</summary>
    private static JsonObject OwnerOfAssociations(JsonObject ids) =>
        new() { [ids["device_id"] is null ? "application_ids" : "end_device_ids"] = ids.Copy() };

    private JsonObject Set(Call call)
    {
        var body = call.Request.Object(_field)!;
        var ids = body.Object("ids")!;
        call.Tenant.Applications.Get(ApplicationId(ids));
        var stored = call.Tenant.Integrations.Find(_type.Name, Scope(ids), Key(ids));
        var integration = stored?.Copy() ?? new JsonObject { ["ids"] = ids.Copy(), ["created_at"] = call.Now };
        integration["updated_at"] = call.Now;
        FieldCopier.Apply(_type, integration, body, call.Paths.Where(p => !Identifiers.IsFixed(p)));
        var answer = call.Answer(_type, integration);
        call.Tenant.Integrations.Put(_type.Name, Scope(ids), Key(ids), integration);
        return answer;
    }

    private JsonObject Delete(Call call)
    {
        Get(call, call.Request);
        call.Tenant.Integrations.Remove(_type.Name, Scope(call.Request), Key(call.Request));
        return [];
    }

    private static string ApplicationId(JsonObject ids) =>
        (ids.At("application_ids.application_id") ?? ids.At("end_device_ids.application_ids.application_id"))?.ToString() ?? "";

    private static string Scope(JsonObject ids) => $"{ApplicationId(ids)}.{ids.Text("end_device_ids.device_id")}";

    /// <summary>The identifier, or the port as a text that sorts like the number.</summary>
    private static string Key(JsonObject ids) => ids["f_port"] is { } port
        ? int.Parse(port.ToString(), CultureInfo.InvariantCulture).ToString("D3", CultureInfo.InvariantCulture)
        : ids.Text("webhook_id") + ids.Text("pub_sub_id");
}
