using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TheThingsStack.Client.Tests.Reference;

/// <summary>One HTTP binding as <c>spec/</c> describes it.</summary>
public sealed class Operation
{
    private readonly JsonObject _json;

    public Operation(string route, string httpMethod, JsonObject json)
    {
        (Route, HttpMethod, _json) = (route, httpMethod, json);
        PathNames = [.. Regex.Matches(route, @"\{([^}]+)\}").Select(m => m.Groups[1].Value)];
        Parameters = [.. (json["parameters"]?.AsArray() ?? []).Select(p => p!.AsObject())];
    }

    public string Id => (string)_json["operationId"]!;

    public string Route { get; }

    public string HttpMethod { get; }

    /// <summary>What stands between braces in the route.</summary>
    public IReadOnlyList<string> PathNames { get; }

    public IReadOnlyList<JsonObject> Parameters { get; }

    public IEnumerable<JsonObject> QueryParameters => Parameters.Where(p => (string?)p["in"] == "query");

    /// <summary>The schema of the body; null where there is none.</summary>
    public JsonObject? Body => _json["requestBody"]?["content"]!["application/json"]!["schema"]!.AsObject();

    /// <summary>The message that the body is as a whole; null where it is an object of its own.</summary>
    public string? BodyMessage => (string?)Body?["$ref"] is { } reference ? ApiReference.Target(reference) : null;

    /// <summary>The members of the body, with their schemas.</summary>
    public JsonObject? BodyMembers => BodyMessage is { } message ? ApiReference.Schema(message)["properties"]!.AsObject() : Body?["properties"]?.AsObject();

    /// <summary>Whether the answer is a stream of lines.</summary>
    public bool Streams => Content.ContainsKey("application/jsonl");

    /// <summary>The message of the answer, or of each line of a stream; null for the empty answer.</summary>
    public string? Response
    {
        get
        {
            var schema = Content.Single().Value!["schema"]!;
            return (string?)(Streams ? schema["properties"]!["result"]! : schema)["$ref"] is { } reference ? ApiReference.Target(reference) : null;
        }
    }

    public override string ToString() => $"{Id} ({HttpMethod} {Route})";

    private JsonObject Content => _json["responses"]!["200"]!["content"]!.AsObject();
}
