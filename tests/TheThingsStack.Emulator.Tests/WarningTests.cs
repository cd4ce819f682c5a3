using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class WarningTests
{
    [Fact]
    public async Task Link_WithFieldsThatAreNoMore_IsAnsweredWithoutThem()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync();
        using var api = new ApiClient(emulator);

        var set = await api.Put("/api/v3/as/applications/app1/link", """{"link":{"skip_payload_crypto":true},"field_mask":{"paths":["api_key","skip_payload_crypto"]}}""");
        var got = await api.Get("/api/v3/as/applications/app1/link?field_mask=tls,network_server_address,skip_payload_crypto");

        Assert.Equal("""{"skip_payload_crypto":true}""", set.Text);
        Assert.Equal("field api_key is deprecated", set.Header("X-Warning"));
        Assert.Equal("""{"skip_payload_crypto":true}""", got.Text);
        Assert.Equal("field tls is deprecated|field network_server_address is deprecated", got.Header("X-Warning"));
        Assert.Null((await api.Get("/api/v3/as/applications/app1/link?field_mask=skip_payload_crypto")).Header("X-Warning"));
        Assert.Equal(400, (await api.Get("/api/v3/as/applications/app1/link?field_mask=api_keys")).Status);
    }

    [Theory]
    [InlineData(true, "field application.contact_info is deprecated|field contact_info is deprecated")]
    [InlineData(false, null)]
    public async Task DeprecatedFields_OnOption_BringWarnings(bool warns, string? warnings)
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync(new() { WarnOfDeprecatedFields = warns });
        using var api = new ApiClient(emulator);

        var write = await api.Put("/api/v3/applications/app1", """{"application":{"name":"x","contact_info":[{"value":"a@example.com"}]},"field_mask":{"paths":["name","contact_info"]}}""");
        var nested = await api.Put("/api/v3/ns/applications/app1/devices/dev1", Body.Device("""{"mac_settings":{"adr_margin":1}}""", "mac_settings.adr_margin"));
        var clean = await api.Get("/api/v3/applications/app1?field_mask=name");

        Assert.Equal(200, write.Status);
        Assert.Equal(warnings, write.Header("X-Warning"));
        Assert.Equal(warns ? "field end_device.mac_settings.adr_margin is deprecated|field mac_settings.adr_margin is deprecated" : null, nested.Header("X-Warning"));
        Assert.Null(clean.Header("X-Warning"));
    }

    [Fact]
    public async Task DeprecatedFields_OnARefusedRequest_BringWarningsToo()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync(new() { WarnOfDeprecatedFields = true });
        using var api = new ApiClient(emulator);

        var answer = await api.Get("/api/v3/applications/none1?field_mask=contact_info");

        Assert.Equal(404, answer.Status);
        Assert.Equal("field contact_info is deprecated", answer.Header("X-Warning"));
    }
}
