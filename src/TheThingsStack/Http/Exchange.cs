namespace TheThingsStack.Http;

/// <summary>A request and its answer, whose body is not read yet.</summary>
internal sealed class Exchange(HttpRequestMessage request) : IDisposable
{
    private HttpResponseMessage? _response;
    private ResponseMetadata? _metadata;

    public HttpRequestMessage Request => request;

    public HttpResponseMessage Response => _response!;

    public ResponseMetadata Metadata => _metadata!;

    public void Answered(HttpResponseMessage response, Secret key)
    {
        _response = response;
        _metadata = ResponseHeaders.Read(response, key);
    }

    public void Dispose()
    {
        _response?.Dispose();
        request.Dispose();
    }
}
