using System.Threading.Channels;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>The RPCs whose answer is a stream. That each yields its items is seen in <see cref="EveryOperationTests"/>.</summary>
public sealed class StreamTests(RecordingServer server) : IClassFixture<RecordingServer>
{
    [Fact]
    public void Streams_AreThoseOfTheReference() => Assert.Equal(
        [
            "ApplicationUpStorage/GetStoredApplicationUp", "EndDeviceTemplateConverter/Convert", "Events/Stream",
            "JsEndDeviceRegistry/Provision", "ManagedGatewayConfigurationService/StreamEvents",
        ],
        ApiReference.Rpcs.Where(r => r.Streams).Select(r => r.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Stream_OfEveryRpc_YieldsNothingFromAnEmptyBody()
    {
        using var client = server.CreateClient();
        server.Answer = _ => "";
        foreach (var rpc in ApiReference.Rpcs.Where(r => r.Streams))
        {
            var arguments = Arguments.Of(rpc);
            var items = await ServiceMethod.ResultAsync(arguments.Method.Invoke(client, Chosen.Values(arguments).ByParameter));
            Assert.Empty((System.Collections.IEnumerable)items!);
        }
    }

    [Theory]
    [InlineData("{\"result\":{\"name\":\"a\"}}\n{\"result\":{\"name\":\"b\"}}\n")]
    [InlineData("{\"result\":{\"name\":\"a\"}}\n\n{\"result\":{\"name\":\"b\"}}\n\n")]
    [InlineData("{\"result\":{\"name\":\"a\"}}\r\n{\"result\":{\"name\":\"b\"}}")]
    [InlineData("\n\n{ \"result\" : {\"name\":\"a\"} }\n{\"unknown\":1,\"result\":{\"name\":\"b\"},\"error\":null}\n\n")]
    public async Task Stream_InEveryFraming_YieldsTheSame(string body)
    {
        using var client = server.CreateClient();
        server.Answer = _ => body;
        List<string?> names = [];
        await foreach (var item in client.Events.StreamAsync(new()))
            names.Add(item.Name);
        Assert.Equal(["a", "b"], names);
    }

    [Fact]
    public async Task Stream_ThatEndsInAnError_YieldsWhatCameBefore()
    {
        using var client = server.CreateClient();
        server.Answer = _ => "{\"result\":{\"name\":\"a\"}}\n{\"error\":{\"code\":7,\"message\":\"error:pkg/auth/rights:no_application_rights (no rights)\"}}\n";
        List<string?> names = [];
        var failure = await Assert.ThrowsAsync<TheThingsStackException>(async () =>
        {
            await foreach (var item in client.Events.StreamAsync(new()))
                names.Add(item.Name);
        });
        Assert.Equal(["a"], names);
        Assert.Equal((GrpcCode.PermissionDenied, "Events/Stream"), (failure.Code, failure.Method));
    }

    [Fact]
    public async Task Stream_ThatStaysOpen_YieldsEachItemAsItComes()
    {
        using var client = server.CreateClient();
        var lines = Channel.CreateUnbounded<string>();
        server.Lines = lines.Reader;
        await using var items = client.Events.StreamAsync(new()).GetAsyncEnumerator();
        foreach (var name in new[] { "a", "b", "c" })
        {
            await lines.Writer.WriteAsync($"{{\"result\":{{\"name\":\"{name}\"}}}}\n");
            Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
            Assert.Equal(name, items.Current.Name);
        }

        lines.Writer.Complete();
        Assert.False(await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
