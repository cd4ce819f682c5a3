namespace TheThingsStack.Generators.Tests.Fuzzing;

/// <summary>Texts that would end a literal, a comment, a line or a file, if they got into code as they are.</summary>
internal static class HostileText
{
    public static readonly string[] Pieces =
    [
        "\"", "\\", "'", "{", "}", "{0}", "{{", "*/", "/*", "//", "///", "\"\"\"", "\"u8", "$\"", "@\"", ";", "=", "?", "\n", "\r", "\r\n", "\t", "\u0000", "\u0085", "\u2028", "\u2029", "\u000B", "\u001A",
        "</summary>", "<script>", "<!--", "-->", "]]>", "<![CDATA[", "&", "&#x0;", "<see cref=\"x\"/>", "\n#if", "\n#endif", "\n#error x\n", "\n#pragma warning disable\n", "\n#nullable disable\n", "\nclass C { }\n", "global::", "__arglist",
        "\u202E", "\u2066", "\u200B", "\u200D", "\uFEFF", "\uFFFE", "\uFFFF", "\uE000", "😀", "𝒳", "é", "ß", "İ", "ǅ", "class", "Paths", "TTSPaths::", "..", "/", "%2F", "#/", "~1",
    ];

    /// <summary>All of them, one after the other.</summary>
    public static readonly string Whole = string.Join(' ', Pieces);
}
