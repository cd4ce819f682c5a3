using System.Net;
using System.Text;
using TheThingsStack.Http;

namespace TheThingsStack.Tests.Http;

public sealed class ResponseTests
{
    [Fact]
    public async Task Answer_EmptyObject_IsAnEmptyMessage()
    {
        await using var server = new LoopbackServer("{}");
        using var connection = Calls.Connect(server);
        Assert.Empty((await Calls.GetAsync(connection)).Json);
    }

    [Fact]
    public async Task Answer_InGzip_IsRead()
    {
        var json = $$"""{"name":"{{new string('x', 100_000)}}"}""";
        await using var server = new LoopbackServer(Answer.Bytes(200, Answer.Gzip(Encoding.UTF8.GetBytes(json)), "Content-Encoding: gzip"));
        using var connection = Calls.Connect(server);
        Assert.Equal(new string('x', 100_000), (await Calls.GetAsync(connection)).Name);
    }

    [Fact]
    public async Task Answer_InGzip_IsReadWithHttpClientThatUnpacksItself()
    {
        await using var server = new LoopbackServer(Answer.Bytes(200, Answer.Gzip("""{"name":"x"}"""u8.ToArray()), "Content-Encoding: gzip"));
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        using var connection = new ApiConnection(Calls.Options(server.Address), http);
        Assert.Equal("x", (await Calls.GetAsync(connection)).Name);
    }

    [Fact]
    public async Task Answer_DamagedGzip_IsAnError()
    {
        var packed = Answer.Gzip("""{"name":"x"}"""u8.ToArray());
        packed[12] ^= 0xFF;
        var e = await Calls.FailAsync(Answer.Bytes(200, packed, "Content-Encoding: gzip"));
        Assert.NotNull(e.InnerException);
    }

    [Fact]
    public async Task Answer_InChunksOfOneByte_IsRead()
    {
        await using var server = new LoopbackServer([
            .. Answer.Head(200, "Transfer-Encoding: chunked"),
            .. Encoding.UTF8.GetBytes("""{"name":"Bär"}""").SelectMany(b => Answer.Chunk([b])),
            .. Answer.LastChunk]);
        using var connection = Calls.Connect(server);
        Assert.Equal("Bär", (await Calls.GetAsync(connection)).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Welcome</html>")]
    [InlineData("{")]
    [InlineData("""{"name":"x""")]
    [InlineData("""{"name":"x"} trailing""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\u0001")]
    public async Task Answer_OfOtherJson_IsAnErrorWithTheBody(string body)
    {
        var e = await Calls.FailAsync(Answer.Json(200, body));
        Assert.Equal("EndDeviceRegistry/Get: the answer is not the expected JSON (HTTP 200)", e.Message);
        Assert.Equal((HttpStatusCode.OK, GrpcCode.Unknown, body), (e.StatusCode, e.Code, e.RawBody));
    }

    [Fact]
    public async Task Answer_NestedTooDeep_IsAnError()
    {
        var e = await Calls.FailAsync(Answer.Json(200, $$"""{"a":{{new string('[', 100)}}{{new string(']', 100)}}}"""));
        Assert.Equal(HttpStatusCode.OK, e.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"anything":[1,{}]}""")]
    public async Task EmptyAnswer_OfNothingOrAnObject_IsFine(string body)
    {
        await using var server = new LoopbackServer(Answer.Json(200, body));
        using var connection = Calls.Connect(server);
        await connection.SendAsync(Calls.GetDevice(), null, default);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("<html>Log in</html>")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    public async Task EmptyAnswer_OfSomethingElse_IsNoSuccess(string body)
    {
        await using var server = new LoopbackServer(Answer.Json(200, body));
        using var connection = Calls.Connect(server);
        await Assert.ThrowsAsync<TheThingsStackException>(() => connection.SendAsync(Calls.GetDevice(), null, default));
    }

    [Fact]
    public async Task Answer_BeyondTheLimit_IsAnErrorThatStopsReading()
    {
        var sent = 0L;
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Answer.Head(200), cancellation);
            var chunk = new byte[1024 * 1024];
            chunk.AsSpan().Fill((byte)' ');
            for (; sent < 1L << 30; sent += chunk.Length)
                await stream.WriteAsync(chunk, cancellation);
        });
        var e = await Calls.FailAsync(server);
        Assert.Contains("longer than 67108864 bytes", e.Message, StringComparison.Ordinal);
        Assert.Equal(16 * 1024, e.RawBody!.Length);
        Assert.True(sent < 100L << 20, $"{sent} bytes were taken");
    }

    [Fact]
    public async Task Answer_BrokenOff_IsAnErrorWithItsCause()
    {
        var e = await Calls.FailAsync([.. Answer.Head(200, "Content-Length: 100"), .. """{"name":"""u8]);
        Assert.Equal(GrpcCode.Unavailable, e.Code);
        Assert.IsAssignableFrom<IOException>(e.InnerException);
        Assert.StartsWith("EndDeviceRegistry/Get: the answer broke off from 127.0.0.1:", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 2000 X\r\n\r\n")]
    public async Task Answer_NotHttp_IsAnErrorWithItsCause(string answer)
    {
        var e = await Calls.FailAsync(Encoding.ASCII.GetBytes(answer));
        Assert.IsType<HttpRequestException>(e.InnerException);
        Assert.Equal((null, GrpcCode.Unavailable, null), (e.StatusCode, e.Code, e.RawBody));
    }

    [Fact]
    public async Task Server_NotThere_IsAnErrorWithItsCause()
    {
        string address;
        await using (var gone = new LoopbackServer())
            address = gone.Address;
        using var connection = new ApiConnection(Calls.Options(address));
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
        Assert.IsType<HttpRequestException>(e.InnerException);
        Assert.Contains("no answer from 127.0.0.1", e.Message, StringComparison.Ordinal);
        Assert.Equal("EndDeviceRegistry/Get", e.Method);
    }

    [Fact]
    public async Task Metadata_OfAnswer_IsHandedOver()
    {
        await using var server = new LoopbackServer(Answer.Json(
            200, "{}", "X-Request-Id: 01H", "X-Warning: field a, deprecated", "X-Warning: second", "X-Total-Count: 42",
            "X-Rate-Limit-Limit: 10", "X-Rate-Limit-Available: 9", "X-Rate-Limit-Reset: 0", "X-Rate-Limit-Retry: 3"));
        using var connection = Calls.Connect(server);
        var all = new List<ResponseMetadata>();
        await Calls.GetAsync(connection, new CallOptions { OnResponse = all.Add });
        var metadata = Assert.Single(all);
        Assert.Equal((HttpStatusCode.OK, "01H", 42), (metadata.StatusCode, metadata.RequestId, metadata.TotalCount));
        Assert.Equal(["field a, deprecated", "second"], metadata.Warnings);
        Assert.Equal(new RateLimit(10, 9, TimeSpan.Zero, TimeSpan.FromSeconds(3)), metadata.RateLimit);
    }

    [Fact]
    public async Task Metadata_InTheOtherSpelling_IsReadToo()
    {
        await using var server = new LoopbackServer(Answer.Json(200, "{}", "X-Ratelimit-Limit: 10", "X-Ratelimit-Remaining: 9", "X-Ratelimit-Reset: 7"));
        using var connection = Calls.Connect(server);
        ResponseMetadata? metadata = null;
        await Calls.GetAsync(connection, new CallOptions { OnResponse = m => metadata = m });
        Assert.Equal(new RateLimit(10, 9, TimeSpan.FromSeconds(7), null), metadata!.RateLimit);
    }

    [Fact]
    public async Task Metadata_AbsentOrSenseless_IsNull()
    {
        await using var server = new LoopbackServer(Answer.Json(
            200, "{}", "X-Total-Count: many", "X-Rate-Limit-Limit: -1", "X-Rate-Limit-Reset: 99999999999999999999", "X-Rate-Limit-Retry: 1.5"));
        using var connection = Calls.Connect(server);
        ResponseMetadata? metadata = null;
        await Calls.GetAsync(connection, new CallOptions { OnResponse = m => metadata = m });
        Assert.Equal((null, null, null), (metadata!.RequestId, metadata.TotalCount, metadata.RateLimit));
        Assert.Empty(metadata.Warnings);
    }

    [Fact]
    public async Task Metadata_OfError_IsHandedOverAndOnTheException()
    {
        await using var server = new LoopbackServer(Answer.Json(429, """{"code":8,"message":"x"}""", "X-Request-Id: 01H", "X-Warning: w", "X-Rate-Limit-Retry: 0"));
        ResponseMetadata? metadata = null;
        var e = await Calls.FailAsync(server, new CallOptions { OnResponse = m => metadata = m });
        Assert.Same(metadata, e.Response);
        Assert.Equal(("01H", TimeSpan.Zero), (e.RequestId, e.Response!.RateLimit!.Retry));
        Assert.Equal(["w"], e.Response.Warnings);
    }

    [Fact]
    public async Task OnResponse_Throwing_EndsTheCall()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        var options = new CallOptions { OnResponse = _ => throw new IOException("mine") };
        Assert.Equal("mine", (await Assert.ThrowsAsync<IOException>(() => Calls.GetAsync(connection, options))).Message);
    }
}
