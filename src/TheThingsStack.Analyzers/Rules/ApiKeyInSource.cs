using Microsoft.CodeAnalysis;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>An API key that everyone who sees the source, or the assembly, can use.</summary>
internal static class ApiKeyInSource
{
    /// <summary>How long a text must be to hold a key.</summary>
    public const int Length = 98;

    private const string Type = "NNSXS.";
    private const int IdLength = 39;
    private const int SecretLength = 52;

    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS1006", nameof(ApiKeyInSource), Rule.Configuration,
        "API key in source",
        "This is an API key, and whoever sees the source or the program can use it. Read it from configuration or the environment, and replace the key on the server.",
        "A key in source is in every copy of the repository and of the program, for as long as they last. Removing it later does not take it back: only a new key does.");

    /// <summary>Where a key starts in a text; -1 where there is none. One whose id or secret is one character repeated stands in documentation, and is none.</summary>
    public static int IndexIn(string text)
    {
        for (var start = text.IndexOf(Type, StringComparison.Ordinal); start >= 0 && start + Length <= text.Length; start = text.IndexOf(Type, start + 1, StringComparison.Ordinal))
        {
            var id = start + Type.Length;
            var secret = id + IdLength + 1;
            if (!IsPartOfWord(text, start - 1)
                && IsSecretive(text, id, IdLength) && text[secret - 1] == '.'
                && IsSecretive(text, secret, SecretLength) && !IsPartOfWord(text, start + Length))
                return start;
        }
        return -1;
    }

    private static bool IsSecretive(string text, int start, int length)
    {
        var part = text.Substring(start, length);
        return part.All(static c => c is (>= 'A' and <= 'Z') or (>= '2' and <= '7')) && part.Any(c => c != part[0]);
    }

    private static bool IsPartOfWord(string text, int index) =>
        index >= 0 && index < text.Length && text[index] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
