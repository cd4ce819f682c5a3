using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace TheThingsStack.Emulator.Tests.Support;

/// <summary>What came back: status, headers, and the body as JSON.</summary>
internal sealed record Answer(int Status, HttpResponseHeaders Headers, string Text)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join("|", values) : null;

    /// <summary>Namespace and name of the error, or "" for a bare status.</summary>
    public string ErrorName => Detail is { } detail ? $"{detail["namespace"]}:{detail["name"]}" : "";

    /// <summary>The status of an error: what a stream wraps, other calls send as it is.</summary>
    public JsonObject Error => (Json["error"] ?? Json).AsObject();

    public JsonObject? Detail => Error["details"]?[0]?.AsObject();
}

/// <summary>Raw requests to an emulator over a socket, with its API key unless told otherwise.</summary>
internal sealed class ApiClient(TheThingsStackEmulator emulator) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = emulator.Address, Timeout = TimeSpan.FromSeconds(10) };

    public string? Authorization { get; init; } = $"Bearer {emulator.ApiKey}";

    public string? Host { get; init; }

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path);

    public Task<Answer> Post(string path, string body) => Send(HttpMethod.Post, path, body);

    public Task<Answer> Put(string path, string body) => Send(HttpMethod.Put, path, body);

    public Task<Answer> Patch(string path, string body) => Send(HttpMethod.Patch, path, body);

    public async Task<Answer> Send(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, body, headers);
        using var response = await _http.SendAsync(request);
        return new Answer((int)response.StatusCode, response.Headers, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a request and returns when the headers of the answer are there.</summary>
    public Task<HttpResponseMessage> Open(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        _http.SendAsync(Request(method, path, body, headers), HttpCompletionOption.ResponseHeadersRead);

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string path, string? body, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (Authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        if (Host is not null)
            request.Headers.Host = Host;
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }
}
