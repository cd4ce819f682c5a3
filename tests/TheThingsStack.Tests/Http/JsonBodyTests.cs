using System.Text;
using TheThingsStack.Http;

namespace TheThingsStack.Tests.Http;

public sealed class JsonBodyTests
{
    [Fact]
    public async Task Body_WrittenByHand_IsSent()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        var body = new JsonBody();
        body.Writer.WriteStartObject();
        body.Writer.WriteString("name", "Bär <1>");
        body.Writer.WriteEndObject();
        await connection.SendAsync(new ApiRequest(Calls.Create, $"/applications/{"app1"}/devices") { Body = body }, null, default);
        Assert.Equal("""{"name":"Bär <1>"}""", server.Request.Body);
        Assert.Equal("application/json", server.Request.Header("Content-Type"));
        Assert.Throws<InvalidOperationException>(() => body.Writer);
    }

    [Fact]
    public async Task Body_OfMessage_IsSentWhole()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        var text = new string('x', 300_000);
        await connection.SendAsync(new ApiRequest(Calls.Create, $"/a") { Body = JsonBody.Of(new Probe(new() { ["name"] = text })) }, null, default);
        Assert.Equal($$"""{"name":"{{text}}"}""", server.Request.Body);
    }

    [Fact]
    public async Task Body_SentTwiceByOneCall_IsTheSame()
    {
        await using var server = new LoopbackServer();
        using var http = new HttpClient(new Twice { InnerHandler = new SocketsHttpHandler() });
        using var connection = new ApiConnection(Calls.Options(server.Address), http);
        await connection.SendAsync(new ApiRequest(Calls.Create, $"/a") { Body = JsonBody.Of(new Probe(new() { ["name"] = "x" })) }, null, default);
        Assert.Equal(["""{"name":"x"}""", """{"name":"x"}"""], server.Requests.Select(r => r.Body));
    }

    [Fact]
    public async Task Body_OfAnotherCall_IsRefused()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        var request = new ApiRequest(Calls.Create, $"/a") { Body = JsonBody.Of(new Probe([])) };
        await connection.SendAsync(request, null, default);
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => connection.SendAsync(request, null, default));
        Assert.Contains("one call", e.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Body_NotFinished_IsRefused()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        var open = new JsonBody();
        open.Writer.WriteStartObject();
        foreach (var body in new[] { open, new JsonBody() })
            await Assert.ThrowsAsync<InvalidOperationException>(() => connection.SendAsync(new ApiRequest(Calls.Create, $"/a") { Body = body }, null, default));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Body_StillBeingSentWhenTheAnswerComes_IsNotGivenAway()
    {
        // The answer comes before the request is read: the call ends while its body is still being written.
        var blocked = new TaskCompletionSource();
        var written = new TaskCompletionSource<byte[]>();
        using var http = new HttpClient(new AnswersEarly(blocked.Task, written));
        using var connection = new ApiConnection(Calls.Options("host.example.com"), http);
        await connection.SendAsync(new ApiRequest(Calls.Create, $"/a") { Body = JsonBody.Of(new Probe(new() { ["name"] = new string('s', 5000) })) }, null, default);
        var others = Enumerable.Range(0, 8).Select(_ => System.Buffers.ArrayPool<byte>.Shared.Rent(5100)).ToArray();
        Array.ForEach(others, o => o.AsSpan().Fill((byte)'!'));
        blocked.SetResult();
        Assert.Equal($$"""{"name":"{{new string('s', 5000)}}"}""", Encoding.UTF8.GetString(await written.Task.WaitAsync(TimeSpan.FromSeconds(10))));
    }

    private sealed class Twice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class AnswersEarly(Task blocked, TaskCompletionSource<byte[]> written) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _ = request.Content!.CopyToAsync(new SlowStream(blocked, written), CancellationToken.None);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}"), RequestMessage = request });
        }
    }

    private sealed class SlowStream(Task blocked, TaskCompletionSource<byte[]> written) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await blocked;
            written.SetResult(buffer.ToArray());
        }
    }
}
