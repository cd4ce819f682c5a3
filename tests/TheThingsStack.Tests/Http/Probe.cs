using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Http;
using TheThingsStack.Json;

namespace TheThingsStack.Tests.Http;

/// <summary>A message for tests: any JSON object.</summary>
internal sealed record Probe(JsonObject Json) : IJsonValue<Probe>
{
    public string? Name => (string?)Json["name"];

    public static Probe ReadFrom(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartObject ? new(JsonNode.Parse(ref reader)!.AsObject()) : throw new JsonException("No object.");

    public void WriteTo(Utf8JsonWriter writer) => Json.WriteTo(writer);
}

/// <summary>What the tests of calls have in common.</summary>
internal static class Calls
{
    public const string Key = "NNSXS.TESTTESTTESTTEST.SECRETSECRETSECRETSECRET";

    public static readonly ApiMethod Get =
        new("EndDeviceRegistry/Get", "GET", "/applications/{end_device_ids.application_ids.application_id}/devices/{end_device_ids.device_id}", StackServer.IdentityServer);

    public static readonly ApiMethod Create =
        new("EndDeviceRegistry/Create", "POST", "/applications/{end_device.ids.application_ids.application_id}/devices", StackServer.IdentityServer);

    public static readonly ApiMethod Events = new("Events/Stream", "POST", "/events", StackServer.Any);

    public static TheThingsStackOptions Options(string address) =>
        new() { Address = address, ApiKey = Key, UserAgent = new UserAgent("acme-tests", "1.2.3"), Timeout = TimeSpan.FromSeconds(20) };

    public static ApiConnection Connect(LoopbackServer server) => new(Options(server.Address));

    public static ApiRequest GetDevice() => new(Get, $"/applications/{"app1"}/devices/{"dev1"}");

    public static ApiRequest StreamEvents() => new(Events, $"/events") { Body = JsonBody.Of(new Probe([])) };

    public static Task<Probe> GetAsync(ApiConnection connection, CallOptions? options = null, CancellationToken cancellation = default) =>
        connection.SendAsync<Probe>(GetDevice(), options, cancellation);

    /// <summary>The exception that the call for a device ends with.</summary>
    public static async Task<TheThingsStackException> FailAsync(LoopbackServer server, CallOptions? options = null)
    {
        var settings = Options(server.Address);
        settings.RateLimits.Enabled = false; // A 429 is a failure, too.
        using var connection = new ApiConnection(settings);
        return await Assert.ThrowsAsync<TheThingsStackException>(() => GetAsync(connection, options));
    }

    public static async Task<TheThingsStackException> FailAsync(byte[] answer)
    {
        await using var server = new LoopbackServer(answer);
        return await FailAsync(server);
    }
}
