using System.Text;
using System.Text.Json.Nodes;
using TheThingsStack.Generators.Binding;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.SpecTool.Writing;

/// <summary>
/// Writes what analyzers know of hand-written requests: the paths that masks can name and every route, by the generator's own model,
/// so that a request and the typed call in its place are judged alike.
/// </summary>
internal static class RouteTable
{
    public static string Write(JsonObject openApi, JsonObject rules)
    {
        var api = Bind(openApi, rules);
        var text = new StringBuilder();
        text.Append("# The Things Stack ").Append(api.Version).Append(": routes and masks. Made from the two files beside it; README.md says how.\n\n");
        foreach (var paths in api.Paths)
            text.Append(paths.Name).Append(':').Append(string.Concat(paths.Entries.Select((entry, i) => " " + Segment(api, paths, entry, i > 0 ? paths.Entries[i - 1].Below : null)))).Append('\n');
        foreach (var service in api.Services)
            WriteService(text, service);
        return text.ToString();
    }

    private static ApiModel Bind(JsonObject openApi, JsonObject rules)
    {
        var faults = new FaultList();
        var document = SpecReader.Read(Parse(openApi), faults, CancellationToken.None);
        // What the generator does not support is no fault of the reference.
        var real = faults.Faults.Where(static f => f.Kind != FaultKind.Unsupported).Select(static f => f.Argument).ToList();
        if (document is null || real.Count > 0)
            throw new InputException($"The reference has faults: {string.Join("; ", real)}");
        return ApiBinder.Bind(document, RuleSet.Read(Parse(rules)), new(default), faults, CancellationToken.None);
    }

    private static SpecNode Parse(JsonObject json) =>
        SpecText.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()), new FaultList(), CancellationToken.None)!;

    // name, list[], map{}, message>What (what the one before is, where that is left out), oneof|What, wrapper!
    private static string Segment(ApiModel api, PathsModel paths, PathEntryModel entry, string? before)
    {
        if (entry.IsOneof)
            return $"{entry.WireName}|{entry.Below}";
        var field = api.Messages.FirstOrDefault(m => m.Name == paths.Message)?.Fields.FirstOrDefault(f => f.WireName == entry.WireName);
        if (field is { IsWrapper: true })
            return entry.WireName + "!";
        if (entry.Below is not null)
            return $"{entry.WireName}>{(entry.Below == before ? "" : entry.Below)}";
        return entry.WireName + field?.Type.Kind switch
        {
            TypeKind.List => "[]",
            TypeKind.Map => "{}",
            _ => "",
        };
    }

    private static void WriteService(StringBuilder text, ServiceModel service)
    {
        text.Append('\n').Append(service.Methods[0].Rpc.Split('/')[0]).Append(' ').Append(service.Methods[0].Server).Append('\n');
        foreach (var method in service.Methods)
        {
            var rpc = method.Rpc.Split('/')[1];
            text.Append(' ').Append(rpc == method.Name ? rpc : $"{rpc}={method.Name}").Append('\n');
            foreach (var binding in method.Bindings)
                text.Append("  ").Append(Route(method, binding)).Append('\n');
            if (method.Mask is { } mask)
                WriteMask(text, mask, service.Methods.FirstOrDefault(m => m.Mask is { } other && other.Message == mask.Message && other.Paths == mask.Paths)!);
        }
    }

    private static void WriteMask(StringBuilder text, MaskModel mask, MethodModel first)
    {
        var paths = first.Mask == mask ? Nested(mask.Paths.Split(',')) : "as " + first.Rpc.Split('/')[1];
        text.Append(mask.Writes ? "  writes " : "  reads ").Append(mask.Message).Append(' ').Append(paths).Append('\n');
        if (mask.Deletes is not null)
            text.Append("  deletes ").Append(mask.Deletes).Append('\n');
        if (mask.Implicit is not null)
            text.Append("  implicit ").Append(mask.Implicit).Append('\n');
    }

    // a,a.b,a.c.*,d is written a(,b,c.*),d: what begins alike is written once.
    private static string Nested(IEnumerable<string> paths) =>
        string.Join(",", paths.GroupBy(static path => path.Split('.')[0]).Select(static group =>
            group.Count() == 1 ? group.Single() : $"{group.Key}({Nested(group.Select(path => path == group.Key ? "" : path[(group.Key.Length + 1)..]))})"));

    // GET /applications/{applicationId}?field_mask&limit, PUT /applications/{application.Ids.ApplicationId} application,field_mask
    private static string Route(MethodModel method, BindingModel binding)
    {
        var path = string.Concat(binding.Path.Select(static part => part.Text ?? Value(part)));
        var query = string.Join("&", binding.Query.Where(static q => Names.Camel(q.WireName) == q.Parameter).Select(static q => q.WireName));
        var body = binding.Body is not { } sent ? null
            : sent.Whole is { } whole ? "*=" + whole
            : string.Join(",", sent.Members.Where(static m => Names.Camel(m.WireName) == m.Parameter).Select(static m => m.WireName));
        return $"{binding.HttpMethod} {path}{(query.Length > 0 ? "?" + query : "")}{(body is null ? "" : " " + (body.Length > 0 ? body : "-"))}{(method.Streams ? " stream" : "")}";
    }

    private static string Value(PathPartModel part) =>
        $"{{{string.Join(".", part.Members.Prepend(part.Parameter!))}{(part.IsMultiSegment ? "=**" : "")}}}";
}
