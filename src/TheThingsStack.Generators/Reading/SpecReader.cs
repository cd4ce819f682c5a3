using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Reading;

/// <summary>Reads a whole reference. What is wrong is reported and left out; the rest is read.</summary>
internal sealed class SpecReader
{
    private static readonly string[] HttpMethods = ["get", "put", "post", "delete", "patch", "options", "head", "trace", "query"];
    private static readonly string[] OtherParts = ["$ref", "summary", "description", "servers", "parameters"];

    private readonly SpecNode _root;
    private readonly FaultList _faults;
    private readonly SchemaReader _schemas;
    private readonly OperationReader _operations;
    private readonly Limits _limits;
    private readonly bool _isSwagger;

    private SpecReader(SpecNode root, FaultList faults, bool isSwagger)
    {
        _root = root;
        _faults = faults;
        _isSwagger = isSwagger;
        _limits = new(faults);
        _schemas = new(root, faults, _limits);
        _operations = new(root, _schemas, faults, _limits, isSwagger);
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
        CheckServers();
        ReadTags(document);
        ReadSchemas(document, cancellation);
        ReadOperations(document, cancellation);
        return document;
    }

    // The connection puts every route below this path, which is The Things Stack's.
    private void CheckServers()
    {
        var place = _isSwagger ? _root["basePath"] : Parts.Items(_root, "servers", _faults).FirstOrDefault()?["url"];
        if (place is not { Kind: SpecNodeKind.Text, Text: { } url })
            return;
        var host = url.IndexOf("://", StringComparison.Ordinal);
        var path = host < 0 ? url : url.IndexOf('/', host + 3) is var slash and >= 0 ? url.Substring(slash) : "";
        if (path.Trim('/') is not ("" or "api/v3"))
            _faults.Add(FaultKind.Unsupported, place.Offset, $"the base path {path}; calls go below /api/v3");
    }

    private void ReadTags(SpecDocument document)
    {
        foreach (var tag in Parts.Items(_root, "tags", _faults))
        {
            if (tag.TextOf("name") is { } name && tag.TextOf("description") is { } description)
                document.TagSummaries[name] = description;
        }
    }

    // Documents that were converted from one form to the other have named schemas in the place of the other form too.
    private void ReadSchemas(SpecDocument document, CancellationToken cancellation)
    {
        var components = _root["components"];
        if (components is { IsObject: false })
            _faults.Add(FaultKind.Malformed, components.Offset, "'components' is an object");
        var own = _isSwagger ? Parts.Members(_root, "definitions", _faults) : Parts.Members(components, "schemas", _faults);
        var other = _isSwagger ? Parts.Members(components, "schemas", _faults) : Parts.Members(_root, "definitions", _faults);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in own.Concat(other))
        {
            cancellation.ThrowIfCancellationRequested();
            if (names.Add(member.Name))
                document.Schemas.Add(new(member.Name, _schemas.Read(member.Value)));
        }
    }

    private void ReadOperations(SpecDocument document, CancellationToken cancellation)
    {
        foreach (var path in Parts.Members(_root, "paths", _faults))
        {
            cancellation.ThrowIfCancellationRequested();
            if (path.Name.StartsWith("x-", StringComparison.Ordinal) || _schemas.Resolve(path.Value) is not { } item)
                continue;
            if (!item.IsObject || !path.Name.StartsWith("/", StringComparison.Ordinal) || path.Name.Length > Limits.LongestText)
                _faults.Add(FaultKind.Malformed, path.Offset, $"a path begins with '/', has at most {Limits.LongestText} characters, and is an object");
            else
                ReadItem(document, path.Name, item);
        }

        if (_root["webhooks"] is { Members.Length: > 0 } webhooks)
            _faults.Add(FaultKind.Unsupported, webhooks.Offset, "webhooks, which the server calls");
    }

    private void ReadItem(SpecDocument document, string route, SpecNode item)
    {
        foreach (var member in item.Members)
        {
            if (Array.IndexOf(HttpMethods, member.Name) >= 0)
                ReadOperation(document, route, item, member);
            else if (member.Name == "additionalOperations")
                _faults.Add(FaultKind.Unsupported, member.Offset, $"{route}: additionalOperations");
            else if (Array.IndexOf(OtherParts, member.Name) < 0 && !member.Name.StartsWith("x-", StringComparison.Ordinal))
                _faults.Add(FaultKind.Malformed, member.Offset, $"{route}: '{member.Name}' is no method");
        }
    }

    private void ReadOperation(SpecDocument document, string route, SpecNode item, SpecMember member)
    {
        if (!member.Value.IsObject)
            _faults.Add(FaultKind.Malformed, member.Value.Offset, "an operation is an object");
        else if (_limits.TakeOperation(member.Offset) && _operations.Read(route, item, member) is { } operation)
            document.Operations.Add(operation);
    }
}
