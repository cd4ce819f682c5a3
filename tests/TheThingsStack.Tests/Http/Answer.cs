using System.IO.Compression;
using System.Text;

namespace TheThingsStack.Tests.Http;

/// <summary>Answers, byte for byte.</summary>
internal static class Answer
{
    public static byte[] Json(int status, string body, params string[] headers) =>
        Bytes(status, Encoding.UTF8.GetBytes(body), ["Content-Type: application/json", .. headers]);

    public static byte[] Bytes(int status, byte[] body, params string[] headers) =>
        [.. Head(status, [$"Content-Length: {body.Length}", .. headers]), .. body];

    /// <summary>Status line and headers, with the blank line after them.</summary>
    public static byte[] Head(int status, params string[] headers) =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n");

    public static byte[] Chunk(byte[] data) => [.. Encoding.ASCII.GetBytes($"{data.Length:x}\r\n"), .. data, .. "\r\n"u8];

    public static byte[] LastChunk => "0\r\n\r\n"u8.ToArray();

    public static byte[] Gzip(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(data);
        return packed.ToArray();
    }
}
