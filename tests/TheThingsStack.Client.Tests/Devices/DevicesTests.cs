using System.Net;
using TheThingsStack.V3;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Devices;

public sealed class DevicesTests(DeviceFixture fixture, ITestOutputHelper output) : IClassFixture<DeviceFixture>
{
    private TheThingsStackClient Stack => fixture.Stack;

    [Fact]
    public async Task Register_DeviceForAllServers_EachGetsWhatItStoresInOrder()
    {
        var before = fixture.Emulator.Requests.Count;

        var registered = await Stack.Devices.RegisterAsync(DeviceFixture.NewDevice("register1", 1));

        var requests = fixture.RequestsAfter(before);
        foreach (var (line, mask, body) in requests)
            output.WriteLine($"{line} [{string.Join(",", mask)}] {body?["end_device"]?.ToJsonString()}");
        Assert.Equal(
            [
                "POST /applications/app1/devices",
                "PUT /ns/applications/app1/devices/register1",
                "PUT /as/applications/app1/devices/register1",
                "PUT /js/applications/app1/devices/register1",
            ],
            requests.Select(r => r.Line));
        Assert.Equal(["ids.device_id", "ids.dev_eui", "ids.join_eui", "lorawan_version", "lorawan_phy_version", "frequency_plan_id", "supports_join"], requests[1].Mask);
        Assert.Equal(["ids.device_id", "ids.dev_eui", "ids.join_eui", "formatters.up_formatter"], requests[2].Mask);
        Assert.Contains("root_keys.app_key.key", requests[3].Mask);
        Assert.Contains("network_server_address", requests[3].Mask);
        Assert.All(requests.Take(3), r => Assert.Null(r.Body!["end_device"]!["root_keys"]));
        Assert.Equal(fixture.Emulator.Address.Authority, (string?)requests[0].Body!["end_device"]!["join_server_address"]);
        Assert.Equal("Probe", registered.Name);
        Assert.Equal("EU_863_870_TTN", registered.FrequencyPlanId);
    }

    [Fact]
    public async Task Get_PathsOfFourServers_MergesTheirParts()
    {
        await Stack.Devices.RegisterAsync(DeviceFixture.NewDevice("get1", 2));
        var before = fixture.Emulator.Requests.Count;

        var device = await Stack.Devices.GetAsync("app1", "get1", d => [d.Name, d.FrequencyPlanId, d.Formatters.UpFormatter, d.RootKeys.AppKey.Key]);

        Assert.Equal("Probe", device.Name);
        Assert.Equal("EU_863_870_TTN", device.FrequencyPlanId);
        Assert.Equal(PayloadFormatter.Cayennelpp, device.Formatters?.UpFormatter);
        Assert.Equal(AesKey.Parse("2B7E151628AED2A6ABF7158809CF4F3C"), device.RootKeys?.AppKey?.Key);
        Assert.Equal(4, fixture.Emulator.Requests.Count - before);
    }

    [Fact]
    public async Task Get_PathsOfTheIdentityServer_AsksNobodyElse()
    {
        var before = fixture.Emulator.Requests.Count;

        await Stack.Devices.GetAsync("app1", "dev1", d => [d.Name, d.Ids, d.VersionIds]);

        Assert.Single(fixture.RequestsAfter(before));
    }

    [Fact]
    public async Task Get_ServerWithoutTheDevice_ContributesNothing()
    {
        await Stack.Devices.RegisterAsync(DeviceFixture.NewDevice("get2", 3));
        await Stack.JsEndDeviceRegistry.DeleteAsync("app1", "get2");

        var device = await Stack.Devices.GetAsync("app1", "get2", d => [d.Name, d.RootKeys]);

        Assert.Equal("Probe", device.Name);
        Assert.Null(device.RootKeys);
    }

    [Fact]
    public async Task Get_PathOfNoServer_IsRefusedBeforeAnythingIsSent()
    {
        var before = fixture.Emulator.Requests.Count;

        var refused = await Assert.ThrowsAsync<FieldMaskException>(() => Stack.Devices.GetAsync("app1", "dev1", d => [d.Name, d.MacState.QueuedJoinAccept]));

        Assert.Equal("mac_state.queued_join_accept", Assert.Single(refused.Paths).Path);
        Assert.Equal(before, fixture.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Update_WhatIsSet_GoesToTheServersThatStoreIt()
    {
        await Stack.Devices.RegisterAsync(DeviceFixture.NewDevice("update1", 4));
        var before = fixture.Emulator.Requests.Count;

        var updated = await Stack.Devices.UpdateAsync(new()
        {
            Ids = new() { ApplicationIds = "app1", DeviceId = "update1" },
            Name = "Renamed",
            MacSettings = new() { Rx1Delay = RxDelay.RxDelay5, Adr = new() { Dynamic = new() { Margin = 12 } } },
        });

        var requests = fixture.RequestsAfter(before);
        Assert.Equal(["GET", "PUT", "PUT"], requests.Select(r => r.Line.Split(' ')[0]));
        Assert.Equal(["name"], requests[1].Mask);
        Assert.Equal(["mac_settings.rx1_delay", "mac_settings.adr.mode.dynamic"], requests[2].Mask);
        Assert.Equal("Renamed", updated.Name);
        Assert.Equal(RxDelay.RxDelay5, updated.MacSettings?.Rx1Delay);
    }

    [Fact]
    public async Task Update_MaskOverNull_Clears()
    {
        await Stack.Devices.RegisterAsync(DeviceFixture.NewDevice("update2", 5));

        await Stack.Devices.UpdateAsync(
            new() { Ids = new() { ApplicationIds = "app1", DeviceId = "update2" } },
            d => [d.Attributes, d.Formatters.UpFormatter]);

        var device = await Stack.Devices.GetAsync("app1", "update2", d => [d.Attributes, d.Formatters.UpFormatter, d.Name]);
        Assert.Null(device.Attributes);
        Assert.Null(device.Formatters?.UpFormatter);
        Assert.Equal("Probe", device.Name);
    }

    [Fact]
    public async Task Delete_DeviceOfAllServers_IdentityServerLast()
    {
        await Stack.Devices.RegisterAsync(DeviceFixture.NewDevice("delete1", 6));
        var before = fixture.Emulator.Requests.Count;

        await Stack.Devices.DeleteAsync("app1", "delete1");

        Assert.Equal(
            [
                "DELETE /as/applications/app1/devices/delete1",
                "DELETE /ns/applications/app1/devices/delete1",
                "DELETE /js/applications/app1/devices/delete1",
                "DELETE /applications/app1/devices/delete1",
            ],
            fixture.RequestsAfter(before).Skip(1).Select(r => r.Line));
        var gone = await Assert.ThrowsAsync<TheThingsStackException>(() => Stack.EndDeviceRegistry.GetAsync("app1", "delete1", FieldMask<EndDevice>.Empty));
        Assert.Equal(GrpcCode.NotFound, gone.Code);
    }

    [Theory]
    [InlineData("/ns/", new[] { "DELETE /applications/app1/devices/undo1" })]
    [InlineData("/as/", new[] { "DELETE /ns/applications/app1/devices/undo1", "DELETE /applications/app1/devices/undo1" })]
    [InlineData("/js/", new[] { "DELETE /as/applications/app1/devices/undo1", "DELETE /ns/applications/app1/devices/undo1", "DELETE /applications/app1/devices/undo1" })]
    public async Task Register_ServerRefuses_TakesBackExactlyWhatWasDone(string server, string[] expected)
    {
        var before = fixture.Emulator.Requests.Count;
        fixture.Intercept = request => request.Method == HttpMethod.Put && request.RequestUri!.AbsolutePath.Contains(server, StringComparison.Ordinal) ? Refusal() : null;

        var failure = await Assert.ThrowsAsync<TheThingsStackException>(() => Stack.Devices.RegisterAsync(DeviceFixture.NewDevice("undo1", 7)));

        fixture.Intercept = static _ => null;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failure.StatusCode);
        Assert.Equal(expected, fixture.RequestsAfter(before).Select(r => r.Line).Where(l => l.StartsWith("DELETE", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Register_UndoFailsToo_ReportsBoth()
    {
        fixture.Intercept = static request => request.RequestUri!.AbsolutePath.Contains("/js/", StringComparison.Ordinal) || request.Method == HttpMethod.Delete ? Refusal() : null;

        var failure = await Assert.ThrowsAsync<AggregateException>(() => Stack.Devices.RegisterAsync(DeviceFixture.NewDevice("undo2", 8)));

        fixture.Intercept = static _ => null;
        Assert.Equal(["JsEndDeviceRegistry/Set", "AsEndDeviceRegistry/Delete", "NsEndDeviceRegistry/Delete", "EndDeviceRegistry/Delete"],
            failure.InnerExceptions.Cast<TheThingsStackException>().Select(e => e.Method));
        await Stack.Devices.DeleteAsync("app1", "undo2");
    }

    [Fact]
    public async Task Register_ServerElsewhere_IsRefusedBeforeAnythingIsSent()
    {
        var before = fixture.Emulator.Requests.Count;
        var device = DeviceFixture.NewDevice("elsewhere", 9);
        device.NetworkServerAddress = "eu2.example.com:8884";

        await Assert.ThrowsAsync<InvalidOperationException>(() => Stack.Devices.RegisterAsync(device));

        Assert.Equal(before, fixture.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Import_CutOffHalfWay_IsFinishedByRunningItAgain()
    {
        var devices = Enumerable.Range(0, 60).Select(i => DeviceFixture.NewDevice($"fleet{i:000}", (byte)(100 + i))).ToList();
        using var cut = new CancellationTokenSource();
        var progress = new Progress(p =>
        {
            if (p.Done == 20)
                cut.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Stack.Devices.ImportAsync(Stream(devices), progress: progress, cancellationToken: cut.Token));

        var result = await Stack.Devices.ImportAsync(Stream(devices), new() { Parallelism = 4 });

        Assert.Empty(result.Failures);
        Assert.Equal(60, result.Registered + result.Completed);
        Assert.InRange(result.Completed, 20, 40);
        var stored = await Stack.EndDeviceRegistry.ListAllAsync("app1", FieldMask<EndDevice>.Empty, limit: 100).Where(d => d.Ids!.DeviceId!.StartsWith("fleet", StringComparison.Ordinal)).ToListAsync();
        Assert.Equal(devices.Select(d => d.Ids!.DeviceId), stored.Select(d => d.Ids!.DeviceId).Order());
        Assert.Equal("EU_863_870_TTN", (await Stack.NsEndDeviceRegistry.GetAsync("app1", "fleet059", d => [d.FrequencyPlanId])).FrequencyPlanId);
    }

    [Fact]
    public async Task Import_OneDeviceIsBad_TheOthersAreRegistered()
    {
        var devices = new[] { DeviceFixture.NewDevice("good1", 200), DeviceFixture.NewDevice("Bad Id", 201), DeviceFixture.NewDevice("good2", 202) };

        var result = await Stack.Devices.ImportAsync(Stream(devices));

        Assert.Equal((2, 1), (result.Registered, result.Failed));
        Assert.Equal("Bad Id", Assert.Single(result.Failures).DeviceId);
    }

    private static HttpResponseMessage Refusal() => new(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("""{"code":14,"message":"not now"}""") };

    private static async IAsyncEnumerable<EndDevice> Stream(IEnumerable<EndDevice> devices)
    {
        foreach (var device in devices)
        {
            await Task.Yield();
            yield return device;
        }
    }

    private sealed class Progress(Action<DeviceImportProgress> report) : IProgress<DeviceImportProgress>
    {
        public void Report(DeviceImportProgress value) => report(value);
    }
}
