using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TheThingsStack.Http;

/// <summary>The API key: shown in one header, wiped from whatever comes back with it.</summary>
internal sealed class Secret
{
    private readonly string _text;
    private readonly byte[] _bytes;

    public Secret(string text)
    {
        _text = text;
        _bytes = Encoding.ASCII.GetBytes(text);
        Header = new AuthenticationHeaderValue("Bearer", text);
    }

    public AuthenticationHeaderValue Header { get; }

    /// <summary>Puts stars where the key is: an error page of a proxy may show the request that it got.</summary>
    public void Erase(Span<byte> bytes)
    {
        for (var at = bytes.IndexOf(_bytes); at >= 0; at = bytes.IndexOf(_bytes))
        {
            bytes.Slice(at, _bytes.Length).Fill((byte)'*');
            bytes = bytes[(at + _bytes.Length)..];
        }
    }

    public string Erase(string text) => text.Replace(_text, "****", StringComparison.Ordinal);

    /// <summary>
    /// The same exception, or one without the key in its text: where a server is not what it should be, .NET's own exceptions quote what it sent.
    /// </summary>
    public Exception Clean(Exception e)
    {
        if (!e.ToString().Contains(_text, StringComparison.Ordinal))
            return e;
        var text = Erase(e.Message);
        var inner = e.InnerException is null ? null : Clean(e.InnerException);
        return e switch
        {
            HttpRequestException http => new HttpRequestException(http.HttpRequestError, text, inner, http.StatusCode),
            JsonException => new JsonException(text, inner),
            IOException => new IOException(text, inner),
            TimeoutException => new TimeoutException(text, inner),
            _ => new InvalidDataException(text, inner),
        };
    }

    public override string ToString() => "****";
}
