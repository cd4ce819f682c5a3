using System.Text.Json.Nodes;

namespace TheThingsStack.Emulator.Tests.Support;

/// <summary>Reads a stream line by line.</summary>
internal sealed class EventLines(HttpResponseMessage response) : IAsyncDisposable
{
    private StreamReader? _reader;

    public HttpResponseMessage Response => response;

    /// <summary>The next line; null at the end of the stream.</summary>
    public async Task<string?> Line()
    {
        _reader ??= new StreamReader(await response.Content.ReadAsStreamAsync());
        return await _reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(5));
    }

    /// <summary>The next result.</summary>
    public async Task<JsonNode> Next() => JsonNode.Parse((await Line())!)!["result"]!;

    /// <summary>The name of the next event.</summary>
    public async Task<string> NextName() => (await Next())["name"]!.GetValue<string>();

    public ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
