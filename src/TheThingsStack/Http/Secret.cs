using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TheThingsStack.Http;

/// <summary>The API key: shown in one header, wiped from whatever comes back with it.</summary>
internal sealed class Secret
{
    private const int ShortestPart = 16;

    // The whole key, and its last part, which alone is secret: what repeats the key may have escaped a character of it.
    private readonly string[] _texts;
    private readonly byte[][] _bytes;

    public Secret(string text)
    {
        var part = text[(text.LastIndexOf('.') + 1)..];
        _texts = part.Length >= ShortestPart && part != text ? [text, part] : [text];
        _bytes = [.. _texts.Select(Encoding.ASCII.GetBytes)];
        Header = new AuthenticationHeaderValue("Bearer", text);
    }

    public AuthenticationHeaderValue Header { get; }

    /// <summary>Puts stars where the key is: an error page of a proxy may show the request that it got.</summary>
    public void Erase(Span<byte> bytes)
    {
        foreach (var secret in _bytes)
            Erase(bytes, secret);
    }

    public string Erase(string text)
    {
        foreach (var secret in _texts)
            text = text.Replace(secret, "****", StringComparison.Ordinal);
        return text;
    }

    /// <summary>
    /// The same exception, or one without the key in its text: where a server is not what it should be, .NET's own exceptions quote what it sent.
    /// </summary>
    public Exception Clean(Exception e)
    {
        if (!_texts.Any(e.ToString().Contains))
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

    private static void Erase(Span<byte> bytes, byte[] secret)
    {
        for (var at = bytes.IndexOf(secret); at >= 0; at = bytes.IndexOf(secret))
        {
            bytes.Slice(at, secret.Length).Fill((byte)'*');
            bytes = bytes[(at + secret.Length)..];
        }
    }
}
