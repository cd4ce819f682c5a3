using System.Net.Http.Headers;
using System.Text;

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

    public override string ToString() => "****";
}
