using Microsoft.AspNetCore.Http;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Hosting;

/// <summary>Reads bodies whole, up to the size that the server accepts.</summary>
internal static class RequestBody
{
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The server answers 400 here, not 413.</summary>
    public static readonly ApiError TooLarge = new(RpcCode.InvalidArgument, "pkg/webmiddleware", "request_body_too_large", "the request body is too large");

    /// <returns>The body, or null when it is larger than accepted.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBytes)
            return null;
        using var buffer = new MemoryStream((int)(request.ContentLength ?? 0));
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MaxBytes)
                return null;
        }

        return buffer.ToArray();
    }
}
