using System.Text.Json.Nodes;
using TheThingsStack.Emulator;
using TheThingsStack.Http;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Devices;

/// <summary>An emulator, a client of it, and a way to make single requests fail.</summary>
public sealed class DeviceFixture : IAsyncLifetime
{
    public TheThingsStackEmulator Emulator { get; private set; } = null!;

    public TheThingsStackClient Stack { get; private set; } = null!;

    /// <summary>Answers in place of the server where it returns something.</summary>
    internal Func<HttpRequestMessage, HttpResponseMessage?> Intercept { get; set; } = static _ => null;

    public async Task InitializeAsync()
    {
        Emulator = await TheThingsStackEmulator.StartAsync();
        Stack = new(
            new() { Address = Emulator.Address.ToString(), ApiKey = Emulator.ApiKey, UserAgent = new("device-tests", "1.0.0") },
            new HttpClient(new Interceptor(this)));
    }

    public async Task DisposeAsync()
    {
        Stack.Dispose();
        await Emulator.DisposeAsync();
    }

    /// <summary>A device for over-the-air activation with something for each server.</summary>
    public static EndDevice NewDevice(string id, byte number) => new()
    {
        Ids = new()
        {
            ApplicationIds = "app1",
            DeviceId = id,
            DevEui = Eui64.FromBytes([0x70, 0xB3, 0xD5, 0x7E, 0xD0, 0, 1, number]),
            JoinEui = Eui64.Parse("70B3D57ED0000002"),
        },
        Name = "Probe",
        Attributes = new() { ["site"] = "roof" },
        SupportsJoin = true,
        LorawanVersion = MacVersion.V1_0_3,
        LorawanPhyVersion = PhyVersion.PhyV1_0_3RevA,
        FrequencyPlanId = "EU_863_870_TTN",
        Formatters = new() { UpFormatter = PayloadFormatter.Cayennelpp },
        RootKeys = new() { AppKey = new() { Key = AesKey.Parse("2B7E151628AED2A6ABF7158809CF4F3C") } },
    };

    /// <summary>Method and path of each request since a moment, with the mask where it has one.</summary>
    internal List<(string Line, string[] Mask, JsonNode? Body)> RequestsAfter(int count) =>
        [.. Emulator.Requests.Skip(count).Select(request =>
        {
            var body = request.Body.Length > 0 ? JsonNode.Parse(request.Body.ToArray()) : null;
            var mask = body?["field_mask"]?["paths"]?.AsArray().Select(static p => (string)p!).ToArray() ?? [];
            return ($"{request.Method} {request.PathAndQuery.Replace("/api/v3", "")}", mask, body);
        })];

    private sealed class Interceptor(DeviceFixture fixture) : DelegatingHandler(ApiConnection.CreateHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            fixture.Intercept(request) is { } answer ? Task.FromResult(answer) : base.SendAsync(request, cancellationToken);
    }
}
