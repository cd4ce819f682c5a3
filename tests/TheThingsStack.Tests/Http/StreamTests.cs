using System.Diagnostics;
using System.Net;
using System.Text;
using CsCheck;
using TheThingsStack.Http;

namespace TheThingsStack.Tests.Http;

public sealed class StreamTests
{
    private const string LateError = """{"error":{"code":14,"message":"error:pkg/x:gone (the server goes away)"}}""";

    [Fact]
    public async Task Stream_AsSent_IsExact()
    {
        await using var server = new LoopbackServer(Chunked());
        using var connection = Calls.Connect(server);
        Assert.Empty(await ReadAllAsync(connection));
        Assert.Equal(("POST", "/api/v3/events", "{}"), (server.Request.Method, server.Request.Target, server.Request.Body));
        Assert.Equal(("application/json", "identity"), (server.Request.Header("Accept"), server.Request.Header("Accept-Encoding")));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("\r\n")]
    [InlineData("\n \t\n")]
    public async Task Stream_OfEitherSeparator_GivesEveryMessage(string separator)
    {
        var text = string.Concat(Enumerable.Range(0, 5).Select(i => $$$"""{"result":{"name":"é{{{i}}}"}}{{{separator}}}"""));
        await using var server = new LoopbackServer(Chunked(Encoding.UTF8.GetBytes(text)));
        using var connection = Calls.Connect(server);
        Assert.Equal(["é0", "é1", "é2", "é3", "é4"], await ReadAllAsync(connection));
    }

    [Fact]
    public async Task Stream_CutAnywhere_GivesTheSame()
    {
        var bytes = Encoding.UTF8.GetBytes("{\"result\":{\"name\":\"ä😀\"}}\n\n{\"result\":{\"name\":\"b\"}}\n{\"result\":{\"name\":\"€\"}}");
        using var http = new HttpClient(new CutUp());
        using var connection = new ApiConnection(Calls.Options("host.example.com"), http);
        await Gen.Int[1, bytes.Length].Array[0, 12].SampleAsync(async cuts =>
        {
            CutUp.Pieces.Value = Cut(bytes, cuts);
            Assert.Equal(["ä😀", "b", "€"], await ReadAllAsync(connection));
        }, iter: 500, threads: 2);
    }

    [Fact]
    public async Task Stream_ByteByByte_GivesEveryMessage()
    {
        var bytes = Encoding.UTF8.GetBytes("{\"result\":{\"name\":\"ä😀\"}}\n{\"result\":{\"name\":\"b\"}}\n");
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Answer.Head(200, "Transfer-Encoding: chunked"), cancellation);
            foreach (var b in bytes)
                await stream.WriteAsync(Answer.Chunk([b]), cancellation);
            await stream.WriteAsync(Answer.LastChunk, cancellation);
        });
        using var connection = Calls.Connect(server);
        Assert.Equal(["ä😀", "b"], await ReadAllAsync(connection));
    }

    [Fact]
    public async Task Stream_Message_ComesBeforeTheNextIsSent()
    {
        var goOn = new SemaphoreSlim(0);
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Answer.Head(200, "Transfer-Encoding: chunked"), cancellation);
            for (var i = 0; i < 3; i++)
            {
                await stream.WriteAsync(Answer.Chunk(Encoding.UTF8.GetBytes($$$"""{"result":{"name":"{{{i}}}"}}{{{"\n"}}}""")), cancellation);
                await goOn.WaitAsync(cancellation);
            }
            await stream.WriteAsync(Answer.LastChunk, cancellation);
        });
        using var connection = Calls.Connect(server);
        var names = new List<string?>();
        await foreach (var probe in connection.StreamAsync<Probe>(Calls.StreamEvents(), null, default))
        {
            names.Add(probe.Name);
            goOn.Release();
        }
        Assert.Equal(["0", "1", "2"], names);
    }

    [Fact]
    public async Task Stream_WithLateError_EndsWithIt()
    {
        await using var server = new LoopbackServer(Chunked(Encoding.UTF8.GetBytes("{\"result\":{\"name\":\"a\"}}\n" + LateError + "\n")));
        using var connection = Calls.Connect(server);
        var names = new List<string?>();
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => ReadAllAsync(connection, names));
        Assert.Equal(["a"], names);
        Assert.Equal("Events/Stream: the server goes away (in the stream, pkg/x:gone)", e.Message);
        Assert.Equal((HttpStatusCode.OK, GrpcCode.Unavailable, "pkg/x", "gone"), (e.StatusCode, e.Code, e.Namespace, e.Name));
        Assert.Equal(LateError, e.RawBody);
    }

    [Theory]
    [InlineData("""{"error":{}}""")]
    [InlineData("""{"error":"text"}""")]
    [InlineData("""{"error":{"code":"x"}}""")]
    public async Task Stream_WithErrorOfAnotherShape_EndsWithIt(string line)
    {
        await using var server = new LoopbackServer(Chunked(Encoding.UTF8.GetBytes(line + "\n")));
        using var connection = Calls.Connect(server);
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => ReadAllAsync(connection));
        Assert.Equal((GrpcCode.Unknown, line), (e.Code, e.RawBody));
    }

    [Theory]
    [InlineData("""{"error":{"code":3,"message":"error:a:b (no identifiers)"}}""")]
    [InlineData("""{"code":3,"message":"error:a:b (no identifiers)"}""")]
    public async Task Stream_RefusedAtOnce_IsAnError(string body)
    {
        await using var server = new LoopbackServer(Answer.Json(400, body));
        using var connection = Calls.Connect(server);
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => ReadAllAsync(connection));
        Assert.Equal("Events/Stream: no identifiers (HTTP 400, a:b)", e.Message);
    }

    [Fact]
    public async Task Stream_LastLineWithoutLineEnd_IsRead()
    {
        await using var server = new LoopbackServer(Chunked("""{"result":{"name":"a"}}"""u8.ToArray()));
        using var connection = Calls.Connect(server);
        Assert.Equal(["a"], await ReadAllAsync(connection));
    }

    [Fact]
    public async Task Stream_HalfLineAtTheEnd_IsAnError()
    {
        await using var server = new LoopbackServer(Chunked(Encoding.UTF8.GetBytes("{\"result\":{\"name\":\"a\"}}\n{\"result\":{\"na")));
        using var connection = Calls.Connect(server);
        var names = new List<string?>();
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => ReadAllAsync(connection, names));
        Assert.Equal(["a"], names);
        Assert.Equal(("Events/Stream: the stream broke off in the middle of a message (HTTP 200)", """{"result":{"na"""), (e.Message, e.RawBody));
    }

    [Fact]
    public async Task Stream_ConnectionLost_IsAnErrorAfterWhatCame()
    {
        await using var server = new LoopbackServer([
            .. Answer.Head(200, "Transfer-Encoding: chunked"), .. Answer.Chunk(Encoding.UTF8.GetBytes("{\"result\":{\"name\":\"a\"}}\n{\"res")),]);
        using var connection = Calls.Connect(server);
        var names = new List<string?>();
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => ReadAllAsync(connection, names));
        Assert.Equal(["a"], names);
        Assert.Equal(GrpcCode.Unavailable, e.Code);
        Assert.IsAssignableFrom<IOException>(e.InnerException);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("data: {}")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"result":null}""")]
    [InlineData("""{"result":{}} x""")]
    [InlineData("""{"other":1}""")]
    public async Task Stream_LineOfAnotherKind_IsAnError(string line)
    {
        await using var server = new LoopbackServer(Chunked(Encoding.UTF8.GetBytes(line + "\n")));
        using var connection = Calls.Connect(server);
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => ReadAllAsync(connection));
        Assert.Equal(("Events/Stream: a line of the stream is not the expected JSON (HTTP 200)", line), (e.Message, e.RawBody));
    }

    [Fact]
    public async Task Stream_UnknownMembersAndNullError_AreSkipped()
    {
        await using var server = new LoopbackServer(Chunked(Encoding.UTF8.GetBytes("""{"x":[{}],"error":null,"result":{"name":"a"},"y":{"error":1}}""" + "\n")));
        using var connection = Calls.Connect(server);
        Assert.Equal(["a"], await ReadAllAsync(connection));
    }

    [Fact]
    public async Task Stream_LongLine_IsRead()
    {
        var name = new string('x', 1_000_000);
        await using var server = new LoopbackServer(Chunked(Encoding.UTF8.GetBytes($$$"""{"result":{"name":"{{{name}}}"}}{{{"\n"}}}""")));
        using var connection = Calls.Connect(server);
        Assert.Equal([name], await ReadAllAsync(connection));
    }

    [Fact]
    public async Task Stream_EndlessLine_IsCutOff()
    {
        var sent = 0L;
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Answer.Head(200), cancellation);
            var chunk = new byte[256 * 1024];
            chunk.AsSpan().Fill((byte)'x');
            for (; sent < 1L << 28; sent += chunk.Length)
                await stream.WriteAsync(chunk, cancellation);
        });
        using var connection = Calls.Connect(server);
        var e = await Assert.ThrowsAsync<TheThingsStackException>(() => ReadAllAsync(connection));
        Assert.Contains("longer than 16777216 bytes", e.Message, StringComparison.Ordinal);
        Assert.True(sent < 64L << 20, $"{sent} bytes were taken");
    }

    [Fact]
    public async Task Stream_EndedEarly_ClosesTheConnection()
    {
        var closed = new TaskCompletionSource();
        await using var server = Endless(closed);
        using var connection = Calls.Connect(server);
        await foreach (var probe in connection.StreamAsync<Probe>(Calls.StreamEvents(), null, default))
        {
            Assert.Equal("a", probe.Name);
            break;
        }
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stream_Cancelled_EndsPromptlyAndClosesTheConnection(bool byArgument)
    {
        var closed = new TaskCompletionSource();
        await using var server = Endless(closed);
        using var connection = Calls.Connect(server);
        using var source = new CancellationTokenSource();
        var clock = new Stopwatch();
        var stream = connection.StreamAsync<Probe>(Calls.StreamEvents(), null, byArgument ? source.Token : default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var probe in stream.WithCancellation(byArgument ? default : source.Token))
            {
                Assert.Equal("a", probe.Name);
                clock.Start();
                source.CancelAfter(50);
            }
        });
        Assert.True(clock.ElapsedMilliseconds < 5000);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Stream_LongerThanTheTimeout_GoesOn()
    {
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Answer.Head(200, "Transfer-Encoding: chunked"), cancellation);
            await Task.Delay(1400, cancellation);
            await stream.WriteAsync((byte[])[.. Answer.Chunk("{\"result\":{\"name\":\"a\"}}\n"u8.ToArray()), .. Answer.LastChunk], cancellation);
        });
        using var connection = Calls.Connect(server);
        Assert.Equal(["a"], await ReadAllAsync(connection, options: new CallOptions { Timeout = TimeSpan.FromSeconds(1) }));
    }

    [Fact]
    public async Task Stream_ThatDoesNotStart_TimesOut()
    {
        await using var server = new LoopbackServer((_, _, cancellation) => Task.Delay(-1, cancellation));
        using var connection = Calls.Connect(server);
        var e = await Assert.ThrowsAsync<TheThingsStackException>(
            () => ReadAllAsync(connection, options: new CallOptions { Timeout = TimeSpan.FromMilliseconds(100) }));
        Assert.IsType<TimeoutException>(e.InnerException);
    }

    [Fact]
    public async Task Stream_EnumeratedTwice_IsSentTwice()
    {
        await using var server = new LoopbackServer(Chunked("{\"result\":{\"name\":\"a\"}}\n"u8.ToArray()));
        using var connection = Calls.Connect(server);
        var stream = connection.StreamAsync<Probe>(Calls.StreamEvents(), null, default);
        for (var i = 0; i < 2; i++)
            await foreach (var probe in stream)
                Assert.Equal("a", probe.Name);
        Assert.Equal(["{}", "{}"], server.Requests.Select(r => r.Body));
    }

    [Fact]
    public async Task Stream_InGzipNonetheless_IsRead()
    {
        await using var server = new LoopbackServer(Answer.Bytes(200, Answer.Gzip("{\"result\":{\"name\":\"a\"}}\n"u8.ToArray()), "Content-Encoding: gzip"));
        using var connection = Calls.Connect(server);
        Assert.Equal(["a"], await ReadAllAsync(connection));
    }

    [Fact]
    public async Task Stream_Metadata_ComesAtTheStart()
    {
        await using var server = new LoopbackServer([.. Answer.Head(200, "Transfer-Encoding: chunked", "X-Warning: Events storage is not enabled"), .. Answer.LastChunk]);
        using var connection = Calls.Connect(server);
        ResponseMetadata? metadata = null;
        await ReadAllAsync(connection, options: new CallOptions { OnResponse = m => metadata = m });
        Assert.Equal(["Events storage is not enabled"], metadata!.Warnings);
    }

    private static byte[] Chunked(params byte[][] chunks) =>
        [.. Answer.Head(200, "Transfer-Encoding: chunked", "Content-Type: application/json"), .. chunks.SelectMany(Answer.Chunk), .. Answer.LastChunk];

    /// <summary>Sends one message and then nothing, and tells when the client has gone.</summary>
    private static LoopbackServer Endless(TaskCompletionSource closed) => new(async (_, stream, cancellation) =>
    {
        await stream.WriteAsync(Answer.Head(200, "Transfer-Encoding: chunked"), cancellation);
        await stream.WriteAsync(Answer.Chunk("{\"result\":{\"name\":\"a\"}}\n"u8.ToArray()), cancellation);
        try
        {
            await stream.CopyToAsync(Stream.Null, cancellation);
        }
        finally
        {
            closed.TrySetResult();
        }
    });

    private static async Task<List<string?>> ReadAllAsync(ApiConnection connection, List<string?>? names = null, CallOptions? options = null)
    {
        names ??= [];
        await foreach (var probe in connection.StreamAsync<Probe>(Calls.StreamEvents(), options, default))
            names.Add(probe.Name);
        return names;
    }

    private static byte[][] Cut(byte[] bytes, int[] cuts)
    {
        int[] ends = [0, .. cuts.Where(c => c < bytes.Length).Distinct().Order(), bytes.Length];
        return [.. ends.Zip(ends.Skip(1), (start, end) => bytes[start..end])];
    }

    private sealed class CutUp : HttpMessageHandler
    {
        public static readonly AsyncLocal<byte[][]> Pieces = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new PieceStream(Pieces.Value!)), RequestMessage = request });
    }

    /// <summary>Gives one piece per read.</summary>
    private sealed class PieceStream(byte[][] pieces) : MemoryStream
    {
        private int _next;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_next == pieces.Length)
                return new(0);
            var piece = pieces[_next++];
            piece.CopyTo(buffer);
            return new(piece.Length);
        }
    }
}
