using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Applications;

/// <summary>What integrations can be made of: formats, templates and packages.</summary>
internal static class IntegrationCatalog
{
    private static readonly ApiError TemplateNotFound = new(RpcCode.NotFound, "pkg/applicationserver/io/web", "template_not_found", "template `{template_id}` not found");

    public static void AddTo(Handlers handlers)
    {
        handlers.Add("ApplicationWebhookRegistry/GetFormats", _ => Formats());
        handlers.Add("ApplicationPubSubRegistry/GetFormats", _ => Formats());
        handlers.Add("ApplicationWebhookRegistry/ListTemplates", _ => []);
        handlers.Add("ApplicationWebhookRegistry/GetTemplate", call => throw TemplateNotFound.With("template_id", call.Request.Text("ids.template_id")).Raise());
        handlers.Add("ApplicationPackageRegistry/List", _ => Packages());
    }

    private static JsonObject Formats() => new() { ["formats"] = new JsonObject { ["json"] = "JSON", ["protobuf"] = "Protocol Buffers" } };

    private static JsonObject Packages() => new()
    {
        ["packages"] = new JsonArray(
            Package("alcsync-v1", 202),
            Package("lora-cloud-device-management-v1", 199),
            Package("lora-cloud-geolocation-v3", 197)),
    };

    private static JsonObject Package(string name, int port) => new() { ["name"] = name, ["default_f_port"] = port };
}
