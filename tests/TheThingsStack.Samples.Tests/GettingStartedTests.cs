namespace TheThingsStack.Samples.Tests;

public sealed class GettingStartedTests
{
    [Fact]
    public async Task GettingStarted_WithoutArguments_MakesTheRequestsOfThePage()
    {
        using var program = SampleProgram.Start("GettingStarted");

        Assert.Equal(0, await program.EndAsync());
        foreach (var request in (string[])
        [
            "/api/v3/applications/app1/devices/dev1?field_mask=name,description,locations",
            "http://tenant1.localhost:",
            "/api/v3/events",
            "/api/v3/ns/applications/app1/devices/newdev1",
            "/api/v3/as/applications/app1/devices/newdev1",
            "/api/v3/js/applications/app1/devices/newdev1",
            "event end_device.update",
            "root_keys is held by the Join Server: read it with JsEndDeviceRegistry/Get.",
        ])
        {
            Assert.Contains(request, program.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("NNSXS", program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--adress", "x")]
    [InlineData("--address", "x")]
    [InlineData("--api-key")]
    public async Task GettingStarted_WrongArguments_SaysSo(params string[] arguments)
    {
        using var program = SampleProgram.Start("GettingStarted", arguments);

        Assert.Equal(2, await program.EndAsync());
        Assert.Contains("Usage:", program.Output, StringComparison.Ordinal);
    }
}
