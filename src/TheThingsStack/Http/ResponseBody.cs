using System.IO.Compression;

namespace TheThingsStack.Http;

/// <summary>Reads the bodies of answers, plain or as gzip, within limits.</summary>
internal static class ResponseBody
{
    public const int MaxMessage = 64 * 1024 * 1024;
    public const int MaxError = 1024 * 1024;

    private const int MaxRead = 64 * 1024;

    public static async Task<Stream> OpenAsync(ApiCall call, HttpContent content)
    {
        var stream = await call.OpenAsync(content).ConfigureAwait(false);
        return content.Headers.ContentEncoding.Contains("gzip", StringComparer.OrdinalIgnoreCase)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream;
    }

    /// <summary>Reads to the end, or until there is more than the limit; true if it was all.</summary>
    public static async Task<bool> ReadAsync(ApiCall call, HttpContent content, PooledBuffer buffer, int limit)
    {
        var stream = await OpenAsync(call, content).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (buffer.Length <= limit)
            {
                var room = buffer.GetMemory(4096);
                var count = await call.ReadAsync(stream, room[..Math.Min(room.Length, MaxRead)]).ConfigureAwait(false);
                if (count == 0)
                    return true;
                buffer.Advance(count);
            }
            return false;
        }
    }
}
