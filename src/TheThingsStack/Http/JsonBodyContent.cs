using System.Net;
using System.Net.Http.Headers;

namespace TheThingsStack.Http;

/// <summary>Sends a <see cref="JsonBody"/>, as often as handlers want to.</summary>
internal sealed class JsonBodyContent : HttpContent
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");
    private readonly JsonBody _body;
    private readonly int _length;

    public JsonBodyContent(JsonBody body)
    {
        body.Complete();
        body.ThrowIfReleased();
        _body = body;
        _length = body.Length;
        Headers.ContentType = s_json;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var bytes = _body.Acquire();
        try
        {
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _body.Release();
        }
    }
}
