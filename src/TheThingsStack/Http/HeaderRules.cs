namespace TheThingsStack.Http;

/// <summary>Which headers a request may add.</summary>
internal static class HeaderRules
{
    private static readonly HashSet<string> s_ownedByConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Authorization", "Connection", "Cookie", "Expect", "Host", "Keep-Alive", "Proxy-Authorization",
        "TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent",
    };

    public static void Check(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new ArgumentException("A header name has letters, digits, '-', '_' and '.' only.", nameof(name));
        if (s_ownedByConnection.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The header {name} is set by the connection.", nameof(name));
        if (!value.All(c => c is '\t' or (>= ' ' and < '\u007f')))
            throw new ArgumentException($"The value of the header {name} has characters that a header cannot hold.", nameof(value));
    }
}
