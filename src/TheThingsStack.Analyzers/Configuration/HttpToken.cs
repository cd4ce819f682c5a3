namespace TheThingsStack.Analyzers.Configuration;

/// <summary>Tokens of HTTP (RFC 9110 §5.6.2), which the parts of a User-Agent have to be.</summary>
internal static class HttpToken
{
    private const string Marks = "!#$%&'*+-.^_`|~";

    /// <summary>Why a text is no token, as the end of a sentence about it; null if it is one.</summary>
    public static string? FindFault(string text)
    {
        if (text.Length == 0)
            return "is empty";
        foreach (var c in text)
            if (!IsAllowed(c))
                return $"contains {Describe(c)}";
        return null;
    }

    /// <summary>The token that is nearest to a text; null where nothing of it is left.</summary>
    public static string? From(string? text)
    {
        var words = new string([.. (text ?? "").Select(static c => IsAllowed(c) ? c : ' ')]).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var token = string.Join("-", words).Trim('-');
        return token.Length == 0 ? null : token;
    }

    private static bool IsAllowed(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || Marks.IndexOf(c) >= 0;

    private static string Describe(char c) => c switch
    {
        ' ' => "a blank",
        < ' ' or (>= '\u007f' and < '\u00a0') => $"the control character U+{(int)c:X4}",
        _ => $"'{c}'",
    };
}
