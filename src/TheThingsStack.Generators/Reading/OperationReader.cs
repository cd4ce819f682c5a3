using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Reading;

/// <summary>Reads operations: what they send and what answers them. One that cannot be called as it should be is reported and left out.</summary>
internal sealed class OperationReader(SpecNode root, SchemaReader schemas, FaultList faults, Limits limits, bool isSwagger)
{
    // Headers that the connection sets itself, or that are none of a request's own; as the runtime library knows them.
    private static readonly HashSet<string> ConnectionHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Authorization", "Connection", "Cookie", "Expect", "Host", "Keep-Alive", "Proxy-Authorization",
        "TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent",
    };

    private static readonly string[] ForeignStyles = ["ssv", "tsv", "pipes", "spaceDelimited", "pipeDelimited", "label", "matrix"];

    /// <summary>The operation; null, with a fault, where it needs something that cannot be sent or read.</summary>
    public SpecOperation? Read(string route, SpecNode item, SpecMember member)
    {
        var node = member.Value;
        var operation = new SpecOperation
        {
            HttpMethod = member.Name.ToUpperInvariant(),
            Route = route.Split('?')[0],
            Id = Name(node["operationId"]),
            Tag = Name(Parts.Items(node, "tags", faults).FirstOrDefault()),
            Summary = node.TextOf("summary") ?? node.TextOf("description"),
            Deprecated = node["deprecated"] is { IsTrue: true },
            Offset = member.Offset,
        };
        foreach (var parameter in Parts.Items(node, "parameters", faults).Concat(Parts.Items(item, "parameters", faults)))
        {
            if (schemas.Resolve(parameter) is { } resolved && !ReadParameter(operation, node, resolved))
                return null;
        }

        if (!IsDeclared(operation, route.Substring(operation.Route.Length)))
        {
            faults.Add(FaultKind.Unsupported, operation.Offset, $"{operation.Label}: a query in the path that is not among the parameters");
            return null;
        }

        CheckRoute(operation);
        ReportOthers(operation, node, item);
        if (!isSwagger && node["requestBody"] is { } body && !ReadBody(operation, body))
            return null;
        return new ResponseReader(root, schemas, faults, isSwagger).Read(operation, node) ? operation : null;
    }

    private string? Name(SpecNode? node)
    {
        if (node is null or { Kind: SpecNodeKind.Text, Text.Length: <= Limits.LongestName })
            return node?.Text;
        faults.Add(FaultKind.Malformed, node.Offset, $"a name is a text of at most {Limits.LongestName} characters");
        return null;
    }

    /// <returns>False where the operation needs something that cannot be sent.</returns>
    private bool ReadParameter(SpecOperation operation, SpecNode operationNode, SpecNode node)
    {
        var name = node.TextOf("name") ?? "";
        switch (node.TextOf("in"))
        {
            case "body":
                return ReadSwaggerBody(operation, operationNode, node);
            case "formData":
                return LeaveOut(operation, node.Offset, "form data");
            case "cookie":
                faults.Add(FaultKind.Unsupported, node.Offset, $"{operation.Label}: the cookie {name}; it is not sent");
                return true;
            case "header" when ConnectionHeaders.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase):
                faults.Add(FaultKind.Unsupported, node.Offset, $"{operation.Label}: the header {name} as a parameter; the connection sets it");
                return true;
            case "header" when !name.All(static c => c is '-' or '_' or '.' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')):
                faults.Add(FaultKind.Malformed, node.Offset, "a header is named by ASCII letters, digits, '-', '_' and '.'");
                return true;
            case "path" or "query" or "header" when name.Length is > 0 and <= Limits.LongestName:
                if (operation.Parameters.Exists(p => p.Name == name && p.In == node.TextOf("in")))
                    return true;
                if (operation.Parameters.Count == Limits.MostParameters || !limits.TakeMember(0, node.Offset))
                    return LeaveOut(operation, node.Offset, $"more than {Limits.MostParameters} parameters, or too many in all");
                operation.Parameters.Add(MakeParameter(name, node));
                return true;
            default:
                faults.Add(FaultKind.Malformed, node.Offset, "a parameter has a name and one of path, query, header, body");
                return true;
        }
    }

    private SpecParameter MakeParameter(string name, SpecNode node)
    {
        var content = Parts.Members(node, "content", faults).FirstOrDefault().Value?["schema"];
        var style = node.TextOf(isSwagger ? "collectionFormat" : "style");
        var explode = node["explode"];
        if (Array.IndexOf(ForeignStyles, style) >= 0)
            faults.Add(FaultKind.Unsupported, node.Offset, $"{name}: a list in the style {style}; it is sent with commas");
        return new()
        {
            Name = name,
            In = node.TextOf("in")!,
            Required = node["required"] is { IsTrue: true } || node.TextOf("in") == "path",
            Repeats = isSwagger ? style == "multi" : style is null or "form" && (explode is null || explode.IsTrue),
            Schema = schemas.Read(isSwagger ? node : node["schema"] ?? content ?? node),
            Description = node.TextOf("description"),
            Offset = node.Offset,
        };
    }

    // "?a={a}&b={b}" repeats what the parameters of the query say.
    private static bool IsDeclared(SpecOperation operation, string query) =>
        query.Split(['?', '&'], StringSplitOptions.RemoveEmptyEntries).All(pair => operation.Parameters.Exists(p => p.In == "query" && pair == $"{p.Name}={{{p.Name}}}"));

    private void CheckRoute(SpecOperation operation)
    {
        var names = new HashSet<string>(
            RouteTemplate.Parse(operation.Route, operation.HasPathParameter).Where(static part => part.IsValue).Select(static part => part.Text), StringComparer.Ordinal);
        foreach (var parameter in operation.Parameters.FindAll(p => p.In == "path" && !names.Contains(p.Name)))
        {
            faults.Add(FaultKind.Malformed, parameter.Offset, $"{operation.Label} has no place for {parameter.Name}");
            operation.Parameters.Remove(parameter);
        }
    }

    private void ReportOthers(SpecOperation operation, SpecNode node, SpecNode item)
    {
        if ((node["servers"] ?? item["servers"]) is { Items.Length: > 0 } servers)
            faults.Add(FaultKind.Unsupported, servers.Offset, $"{operation.Label}: servers of its own");
        if (node["callbacks"] is { Members.Length: > 0 } callbacks)
            faults.Add(FaultKind.Unsupported, callbacks.Offset, $"{operation.Label}: callbacks, which the server calls");
    }

    private bool ReadSwaggerBody(SpecOperation operation, SpecNode operationNode, SpecNode node)
    {
        if (operation.Body is not null)
        {
            faults.Add(FaultKind.Malformed, node.Offset, "a second body");
            return true;
        }

        var types = MediaTypes.Of(root, operationNode, "consumes");
        if (types.Count > 0 && !types.Exists(MediaTypes.IsJson))
            return LeaveOut(operation, node.Offset, $"a body of type {types[0]}");
        CheckSentAs(operation, node, types);
        operation.Body = node["schema"] is { } schema ? schemas.Read(schema) : SpecSchema.Anything;
        return true;
    }

    private bool ReadBody(SpecOperation operation, SpecNode node)
    {
        if (schemas.Resolve(node) is not { } body)
            return false;
        var content = Parts.Members(body, "content", faults);
        if (content.Length == 0)
            return true;
        if (MediaTypes.Json(content) is not { } media)
            return LeaveOut(operation, body.Offset, $"a body of type {content[0].Name}");
        CheckSentAs(operation, body, content.Select(static m => m.Name));
        operation.Body = media["schema"] is { } schema ? schemas.Read(schema) : SpecSchema.Anything;
        return true;
    }

    // A server that asks for a JSON type of its own may refuse the common one.
    private void CheckSentAs(SpecOperation operation, SpecNode node, IEnumerable<string> types)
    {
        var json = types.Where(MediaTypes.IsJson).ToList();
        if (json.Count > 0 && !json.Exists(MediaTypes.IsPlainJson))
            faults.Add(FaultKind.Unsupported, node.Offset, $"{operation.Label}: a body of type {json[0]}; it is sent as application/json");
    }

    private bool LeaveOut(SpecOperation operation, int offset, string what)
    {
        faults.Add(FaultKind.Unsupported, offset, $"{operation.Label}: {what}");
        return false;
    }
}
