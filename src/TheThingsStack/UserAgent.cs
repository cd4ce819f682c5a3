using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using TheThingsStack.Values;

namespace TheThingsStack;

/// <summary>
/// Name and version of an integration, sent as the first product of the <c>User-Agent</c> header, so that a network operator can
/// tell integrations and their versions apart.
/// </summary>
[TypeConverter(typeof(ParsableTypeConverter<UserAgent>))]
public sealed class UserAgent : IParsable<UserAgent>, IEquatable<UserAgent>
{
    private const string MarksOfTokens = "!#$%&'*+-.^_`|~";

    /// <summary>Names an integration.</summary>
    /// <param name="product">The name, <c>acme-soil-monitor</c> for example.</param>
    /// <param name="version">The version, <c>1.4.0</c> for example.</param>
    /// <exception cref="ArgumentException">One of them is empty or has a character that an HTTP token (RFC 9110) cannot have.</exception>
    public UserAgent(string product, string version)
    {
        Product = product;
        Version = version;
        if (FindFault("product", product) is { } wrongProduct)
            throw new ArgumentException(wrongProduct, nameof(product));
        if (FindFault("version", version) is { } wrongVersion)
            throw new ArgumentException(wrongVersion, nameof(version));
    }

    /// <summary>The name of the integration.</summary>
    public string Product { get; }

    /// <summary>The version of the integration.</summary>
    public string Version { get; }

    /// <summary>Reads the form <c>product/version</c>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static UserAgent Parse(string s) => Parse(s, null);

    /// <inheritdoc cref="Parse(string)"/>
    public static UserAgent Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Read(s, out var fault) ?? throw new FormatException(fault);
    }

    /// <summary>Reads the form <c>product/version</c>; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out UserAgent? result) => TryParse(s, null, out result);

    /// <inheritdoc cref="TryParse(string?, out UserAgent?)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out UserAgent? result)
    {
        result = s is null ? null : Read(s, out _);
        return result is not null;
    }

    /// <summary>Compares names and versions, case included.</summary>
    public bool Equals(UserAgent? other) => other is not null && Product == other.Product && Version == other.Version;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UserAgent);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Product, Version);

    /// <summary>The form <c>product/version</c>.</summary>
    public override string ToString() => $"{Product}/{Version}";

    private static UserAgent? Read(string text, out string? fault)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            fault = $"A user agent is written product/version; '{text}' has no version.";
            return null;
        }
        var (product, version) = (text[..slash], text[(slash + 1)..]);
        fault = FindFault("product", product) ?? FindFault("version", version);
        return fault is null ? new UserAgent(product, version) : null;
    }

    private static string? FindFault(string part, string? token)
    {
        if (string.IsNullOrEmpty(token))
            return $"The {part} of a user agent must not be empty.";
        foreach (var c in token)
            if (!char.IsAsciiLetterOrDigit(c) && !MarksOfTokens.Contains(c, StringComparison.Ordinal))
                return $"The {part} of a user agent must not contain {Describe(c)}: letters, digits and {MarksOfTokens} are allowed.";
        return null;
    }

    private static string Describe(char c) => c switch
    {
        ' ' => "a blank",
        < ' ' or (>= '\u007f' and < '\u00a0') => $"the control character U+{(int)c:X4}",
        _ => $"'{c}'",
    };
}
