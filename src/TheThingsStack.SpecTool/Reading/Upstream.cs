using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Reading;

/// <summary>What is taken from an upstream reference: names, routes, types and enum values. Its prose is never read.</summary>
internal sealed record Upstream(IReadOnlyList<string> Services, IReadOnlyList<UpstreamOperation> Operations, IReadOnlyList<UpstreamDefinition> Definitions)
{
    private readonly Dictionary<string, UpstreamDefinition> _byName = Definitions.ToDictionary(d => d.Name, StringComparer.Ordinal);

    public IEnumerable<UpstreamDefinition> Messages => Definitions.Where(d => d.Kind == DefinitionKind.Message);

    public IEnumerable<UpstreamDefinition> Enums => Definitions.Where(d => d.Kind == DefinitionKind.Enum);

    public UpstreamDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The message that an operation's body is by reference, or null.</summary>
    public string? BodyMessage(UpstreamOperation operation) =>
        BodyDefinition(operation) is { Kind: DefinitionKind.Message } definition ? definition.Name : null;

    /// <summary>The top-level properties of an operation's body, whether it stands in place or is referred to.</summary>
    public IEnumerable<KeyValuePair<string, JsonObject>> BodyProperties(UpstreamOperation operation) =>
        BodyDefinition(operation)?.Properties ?? UpstreamDefinition.PropertiesOf(operation.Body);

    private UpstreamDefinition? BodyDefinition(UpstreamOperation operation) =>
        operation.Body.Text("$ref") is { } reference ? Find(CleanNames.OfReference(reference)) : null;
}

/// <param name="Id">As upstream numbers it: <c>EndDeviceRegistry_Set2</c>.</param>
/// <param name="Method">The HTTP method in lower case.</param>
/// <param name="Body">The schema of the body as upstream gives it, null without a body.</param>
/// <param name="Response">The clean name of the answer's message, null where it is empty.</param>
internal sealed record UpstreamOperation(
    string Id, string Service, string Method, string Path,
    IReadOnlyList<UpstreamParameter> Parameters, JsonObject? Body, string? Response, bool Streams)
{
    public string Rpc => CleanNames.RpcOfOperation(Id);
}

/// <param name="Name">As upstream writes it, dots and all.</param>
/// <param name="In"><c>path</c> or <c>query</c>.</param>
internal sealed record UpstreamParameter(string Name, string In, bool Required, JsonObject Schema);

internal enum DefinitionKind
{
    Message,
    Enum,

    /// <summary>A copy of a request, cut to what the route does not carry; never part of our document.</summary>
    Body,

    /// <summary>A type of Google's that has its own place in our document, or none.</summary>
    WellKnown,
}

/// <param name="Name">The clean name.</param>
internal sealed record UpstreamDefinition(string UpstreamName, string Name, DefinitionKind Kind, JsonObject Schema)
{
    public IEnumerable<KeyValuePair<string, JsonObject>> Properties => PropertiesOf(Schema);

    public IEnumerable<string> EnumNames => Schema.Array("enum").Texts();

    public static IEnumerable<KeyValuePair<string, JsonObject>> PropertiesOf(JsonObject? schema) =>
        schema.Object("properties").Entries().Select(p => KeyValuePair.Create(p.Key, p.Value as JsonObject ?? []));
}
