using System.Net.Sockets;
using System.Text;
using TheThingsStack.Tests.Http;

namespace TheThingsStack.Tests.Hostile;

/// <summary>Servers that do what no server should.</summary>
internal static class HostileServer
{
    private static readonly byte[] s_block = CreateBlock();

    public static readonly IReadOnlyDictionary<string, Func<Stream, CancellationToken, Task>> Kinds = new Dictionary<string, Func<Stream, CancellationToken, Task>>
    {
        ["says nothing and closes"] = (_, _) => Task.CompletedTask,
        ["speaks another protocol"] = Send("220 mail.example.com ESMTP\r\n"u8.ToArray()),
        ["sends half a status line"] = Send("HTTP/1.1 2"u8.ToArray()),
        ["sends half the headers"] = Send("HTTP/1.1 200 OK\r\nContent-Ty"u8.ToArray()),
        ["truncates the body"] = Send([.. Answer.Head(200, "Content-Length: 1000"), .. """{"name":"""u8]),
        ["truncates a chunk"] = Send([.. Answer.Head(200, "Transfer-Encoding: chunked"), .. "ff\r\n{"u8]),
        ["sends chunks without sizes"] = Send([.. Answer.Head(200, "Transfer-Encoding: chunked"), .. "hello\r\n"u8]),
        ["sends a chunk of an absurd size"] = Send([.. Answer.Head(200, "Transfer-Encoding: chunked"), .. "ffffffffffffffff\r\n{"u8]),
        ["says a length that is none"] = Send(Answer.Head(200, "Content-Length: -5")),
        ["says two lengths"] = Send([.. Answer.Head(200, "Content-Length: 2", "Content-Length: 3"), .. "{]x"u8]),
        ["says gzip and sends none"] = Send(Answer.Bytes(200, "{}"u8.ToArray(), "Content-Encoding: gzip")),
        ["says an encoding that nobody asked for"] = Send(Answer.Bytes(200, [1, 2, 3], "Content-Encoding: br")),
        ["says a charset that there is not"] = Send(Answer.Bytes(200, "nothing"u8.ToArray(), "Content-Type: text/html; charset=no-such-charset")),
        ["packs one gigabyte into one megabyte"] = GzipBombAsync,
        ["sends one gigabyte"] = (stream, c) => FloodAsync(stream, Answer.Head(200, "Content-Length: 1073741824"), 1L << 30, c),
        ["sends an endless body"] = (stream, c) => FloodAsync(stream, Answer.Head(200), long.MaxValue, c),
        ["sends an error of ten megabytes"] = (stream, c) => FloodAsync(stream, Answer.Head(500, "Content-Length: 10485760"), 10 << 20, c),
        ["sends an endless error"] = (stream, c) => FloodAsync(stream, Answer.Head(503), long.MaxValue, c),
        ["sends an endless header"] = (stream, c) => FloodAsync(stream, "HTTP/1.1 200 OK\r\nX-Warning: "u8.ToArray(), long.MaxValue, c),
        ["sends a hundred thousand headers"] = ManyHeadersAsync,
        ["interrupts without end"] = InterruptAsync,
        ["nests a million arrays"] = Send(Answer.Json(200, new string('[', 1_000_000))),
        ["nests a million causes"] = Send(Answer.Json(500, $$$"""{"code":2,"details":[{"@type":"x/ttn.lorawan.v3.ErrorDetails","cause":{{{string.Concat(Enumerable.Repeat("{\"cause\":", 100_000))}}}""")),
        ["redirects elsewhere"] = Send(Answer.Bytes(302, [], "Location: https://thief.example.com/")),
        ["redirects to itself"] = Send(Answer.Bytes(301, [], "Location: /api/v3/applications/app1/devices/dev1")),
        ["redirects to a file"] = Send(Answer.Bytes(307, [], "Location: file:///etc/passwd")),
        ["wants a password"] = Send(Answer.Bytes(401, [], "WWW-Authenticate: Negotiate", "WWW-Authenticate: Basic realm=x")),
        ["switches protocols"] = Send(Answer.Head(101, "Upgrade: x", "Connection: Upgrade")),
        ["answers with a status of its own"] = Send(Answer.Bytes(799, "{}"u8.ToArray())),
        ["answers that nothing changed"] = Send(Answer.Head(304)),
        ["resets the connection"] = ResetAsync,
        ["resets within the body"] = async (stream, c) =>
        {
            await stream.WriteAsync((byte[])[.. Answer.Head(200, "Content-Length: 1000"), .. "{"u8], c);
            await ResetAsync(stream, c);
        },
        ["stalls before the answer"] = (_, c) => Task.Delay(-1, c),
        ["stalls within the headers"] = async (stream, c) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nX-"u8.ToArray(), c);
            await Task.Delay(-1, c);
        },
        ["stalls within the body"] = async (stream, c) =>
        {
            await stream.WriteAsync((byte[])[.. Answer.Head(200, "Content-Length: 1000"), .. "{"u8], c);
            await Task.Delay(-1, c);
        },
        ["drips"] = async (stream, c) =>
        {
            await stream.WriteAsync(Answer.Head(200, "Content-Length: 100000"), c);
            while (true)
            {
                await stream.WriteAsync(" "u8.ToArray(), c);
                await Task.Delay(20, c);
            }
        },
        ["refuses for a thousand years"] = Send(Answer.Json(429, "{}", "X-Rate-Limit-Retry: 31536000000")),
        ["says a limit that is nonsense"] = Send(Answer.Json(429, "{}", "X-Rate-Limit-Limit: 0", "X-Rate-Limit-Available: 99999999999", "X-Rate-Limit-Reset: 99999999", "X-Rate-Limit-Retry: 99999999")),
        ["repeats the request in its status line"] = Send(Encoding.ASCII.GetBytes($"HTTP/9.9 Authorization: Bearer {Calls.Key}\r\n\r\n")),
        ["repeats the request in its headers"] = Send(Answer.Json(500, "{}", $"X-Warning: {Calls.Key}", $"X-Request-Id: {Calls.Key}", $"X-Other: {Calls.Key}")),
        ["repeats the request in a header without a name"] = Send(Answer.Json(500, "{}", $"Bearer {Calls.Key}")),
        ["repeats the request in its body"] = Send(Answer.Bytes(502, Encoding.ASCII.GetBytes($"<html>GET / Authorization: Bearer {Calls.Key}</html>"), "Content-Type: text/html")),
        ["repeats the request in a redirect"] = Send(Answer.Bytes(302, [], $"Location: https://thief.example.com/?key={Calls.Key}")),
        ["repeats the request in an error"] = Send(Answer.Json(400, $$$"""{"code":3,"message":"error:a:b ({{{Calls.Key}}})","details":[{"@type":"x/ttn.lorawan.v3.ErrorDetails","name":"{{{Calls.Key}}}","attributes":{"{{{Calls.Key}}}":"{{{Calls.Key}}}"}}]}""")),
        ["repeats the request in an error, escaped"] = Send(Answer.Json(400, $$"""{"code":3,"message":"error:a:b (\u004e{{Calls.Key[1..]}})"}""")),
        ["repeats the request as a message"] = Send(Answer.Json(200, $"\"{Calls.Key}\"")),
        ["repeats the request as chunk size"] = Send([.. Answer.Head(200, "Transfer-Encoding: chunked"), .. Encoding.ASCII.GetBytes(Calls.Key + "\r\n")]),
    };

    public static LoopbackServer Start(string kind) => new((_, stream, cancellation) => Kinds[kind](stream, cancellation));

    /// <summary>Sends a head, and then as much as is taken.</summary>
    public static async Task FloodAsync(Stream stream, byte[] head, long length, CancellationToken cancellation)
    {
        await stream.WriteAsync(head, cancellation);
        for (var sent = 0L; sent < length; sent += s_block.Length)
            await stream.WriteAsync(s_block, cancellation);
    }

    private static Func<Stream, CancellationToken, Task> Send(byte[] answer) => (stream, cancellation) => stream.WriteAsync(answer, cancellation).AsTask();

    private static async Task ManyHeadersAsync(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"u8.ToArray(), cancellation);
        var some = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 1000).Select(i => $"X-Warning: {i}\r\n")));
        for (var i = 0; i < 100; i++)
            await stream.WriteAsync(some, cancellation);
        await stream.WriteAsync("\r\n{}"u8.ToArray(), cancellation);
    }

    private static async Task InterruptAsync(Stream stream, CancellationToken cancellation)
    {
        while (true)
            await stream.WriteAsync("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"u8.ToArray(), cancellation);
    }

    private static async Task GzipBombAsync(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(Answer.Head(200, "Content-Encoding: gzip"), cancellation);
        await using var gzip = new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true);
        for (var i = 0; i < (1 << 30) / s_block.Length; i++)
            await gzip.WriteAsync(s_block, cancellation);
    }

    private static Task ResetAsync(Stream stream, CancellationToken cancellation)
    {
        var socket = ((NetworkStream)stream).Socket;
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
        return Task.FromException(new IOException("The connection is reset."));
    }

    private static byte[] CreateBlock()
    {
        var block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)' ');
        return block;
    }
}
