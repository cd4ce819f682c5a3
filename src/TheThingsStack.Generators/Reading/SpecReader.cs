using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Reading;

/// <summary>Reads a whole reference. What is wrong is reported and left out; the rest is read.</summary>
internal sealed class SpecReader
{
    private static readonly string[] HttpMethods = ["get", "put", "post", "delete", "patch", "options", "head"];

    private readonly SpecNode _root;
    private readonly FaultList _faults;
    private readonly SchemaReader _schemas;
    private readonly bool _isSwagger;

    private SpecReader(SpecNode root, FaultList faults, bool isSwagger)
    {
        _root = root;
        _faults = faults;
        _isSwagger = isSwagger;
        _schemas = new(root, faults);
    }

    /// <summary>Reads a document; null, with a fault, where it is no reference at all.</summary>
    public static SpecDocument? Read(SpecNode root, FaultList faults, CancellationToken cancellation)
    {
        var swagger = root.TextOf("swagger");
        var openApi = root.TextOf("openapi");
        if (swagger == "2.0" || (openApi is not null && openApi.StartsWith("3.", StringComparison.Ordinal)))
            return new SpecReader(root, faults, swagger is not null).Read(cancellation);
        faults.Add(FaultKind.NotAReference, root.Offset, swagger ?? openApi ?? "no version");
        return null;
    }

    private SpecDocument Read(CancellationToken cancellation)
    {
        var document = new SpecDocument
        {
            Title = _root["info"]?.TextOf("title") ?? "",
            Version = _root["info"]?.TextOf("version") ?? "",
        };
        ReadTags(document);
        ReadSchemas(document, cancellation);
        ReadOperations(document, cancellation);
        return document;
    }

    private void ReadTags(SpecDocument document)
    {
        foreach (var tag in _root["tags"]?.Items ?? [])
        {
            if (tag.TextOf("name") is { } name && tag.TextOf("description") is { } description)
                document.TagSummaries[name] = description;
        }
    }

    private void ReadSchemas(SpecDocument document, CancellationToken cancellation)
    {
        var container = _isSwagger ? _root["definitions"] : _root["components"]?["schemas"];
        foreach (var member in container?.Members ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            document.Schemas.Add(new(member.Name, _schemas.Read(member.Value)));
        }
    }

    private void ReadOperations(SpecDocument document, CancellationToken cancellation)
    {
        foreach (var path in _root["paths"]?.Members ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            if (_schemas.Resolve(path.Value) is not { IsObject: true } item)
                continue;
            foreach (var member in item.Members)
            {
                if (Array.IndexOf(HttpMethods, member.Name) < 0)
                    continue;
                if (member.Value.IsObject)
                    ReadOperation(document, path.Name, item, member);
                else
                    _faults.Add(FaultKind.Malformed, member.Value.Offset, "an operation is an object");
            }
        }
    }

    private void ReadOperation(SpecDocument document, string route, SpecNode item, SpecMember member)
    {
        var node = member.Value;
        var operation = new SpecOperation
        {
            HttpMethod = member.Name.ToUpperInvariant(),
            Route = route,
            Id = node.TextOf("operationId"),
            Tag = node["tags"]?.Items.FirstOrDefault()?.Text,
            Summary = node.TextOf("summary") ?? node.TextOf("description"),
            Deprecated = node["deprecated"] is { IsTrue: true },
            Offset = member.Offset,
        };
        var parameters = (node["parameters"]?.Items ?? []).Concat(item["parameters"]?.Items ?? []);
        foreach (var parameter in parameters)
        {
            if (_schemas.Resolve(parameter) is { IsObject: true } resolved && !ReadParameter(operation, resolved))
                return;
        }

        if (!_isSwagger && node["requestBody"] is { } body && !ReadBody(operation, body))
            return;
        ReadResponse(operation, node["responses"]);
        document.Operations.Add(operation);
    }

    /// <returns>False where the operation needs something that cannot be sent.</returns>
    private bool ReadParameter(SpecOperation operation, SpecNode node)
    {
        var name = node.TextOf("name") ?? "";
        switch (node.TextOf("in"))
        {
            case "body":
                operation.Body = node["schema"] is { } schema ? _schemas.Read(schema) : SpecSchema.Anything;
                return true;
            case "formData":
                _faults.Add(FaultKind.Unsupported, node.Offset, $"{operation.HttpMethod} {operation.Route}: form data");
                return false;
            case "cookie":
                return true;
            case "path" or "query" or "header" when name.Length > 0:
                if (!operation.Parameters.Exists(p => p.Name == name && p.In == node.TextOf("in")))
                    operation.Parameters.Add(MakeParameter(name, node));
                return true;
            default:
                _faults.Add(FaultKind.Malformed, node.Offset, "a parameter has a name and one of path, query, header, body");
                return true;
        }
    }

    private SpecParameter MakeParameter(string name, SpecNode node)
    {
        var content = node["content"]?.Members.FirstOrDefault().Value?["schema"];
        var explode = node["explode"];
        return new()
        {
            Name = name,
            In = node.TextOf("in")!,
            Required = node["required"] is { IsTrue: true } || node.TextOf("in") == "path",
            Repeats = _isSwagger ? node.TextOf("collectionFormat") == "multi" : explode is null || explode.IsTrue,
            Schema = _schemas.Read(_isSwagger ? node : node["schema"] ?? content ?? node),
            Description = node.TextOf("description"),
            Offset = node.Offset,
        };
    }

    private bool ReadBody(SpecOperation operation, SpecNode node)
    {
        if (_schemas.Resolve(node) is not { } body)
            return false;
        if (body["content"] is not { IsObject: true } content || content.Members.Count == 0)
            return true;
        if (JsonContent(content) is { } media)
        {
            operation.Body = media["schema"] is { } schema ? _schemas.Read(schema) : SpecSchema.Anything;
            return true;
        }

        _faults.Add(FaultKind.Unsupported, body.Offset, $"{operation.HttpMethod} {operation.Route}: a body of type {content.Members[0].Name}");
        return false;
    }

    private void ReadResponse(SpecOperation operation, SpecNode? responses)
    {
        var success = responses?.Members.FirstOrDefault(static m => m.Name.StartsWith("2", StringComparison.Ordinal)).Value ?? responses?["default"];
        if (success is null || _schemas.Resolve(success) is not { } response)
            return;
        var schema = _isSwagger ? response["schema"] : response["content"] is { } content ? (JsonContent(content) ?? content.Members.FirstOrDefault().Value)?["schema"] : null;
        if (schema is not null)
            operation.Response = _schemas.Read(schema);
    }

    private static SpecNode? JsonContent(SpecNode content)
    {
        foreach (var media in content.Members)
        {
            var type = media.Name.Split(';')[0].Trim();
            if (type.EndsWith("json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("jsonl", StringComparison.OrdinalIgnoreCase) || type == "*/*")
                return media.Value;
        }

        return null;
    }
}
