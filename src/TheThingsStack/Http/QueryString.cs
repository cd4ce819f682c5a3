using System.Text;

namespace TheThingsStack.Http;

/// <summary>The query of a request, encoded while it is built.</summary>
internal sealed class QueryString
{
    private readonly StringBuilder _text = new();

    public void Add(string name, string value) =>
        _text.Append(_text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(EncodeValue(value));

    public override string ToString() => _text.ToString();

    // Commas separate the paths of a field mask; left as they are, a logged request can be read and copied.
    private static string EncodeValue(string value) => Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal);
}
