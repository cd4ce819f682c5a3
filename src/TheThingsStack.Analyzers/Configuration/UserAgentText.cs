using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.Analyzers.Configuration;

/// <summary>Judges user agents that source spells out. One fault each: what is a placeholder is not worth a word about its form.</summary>
internal static class UserAgentText
{
    private static readonly char[] EndsOfProduct = [' ', '\t', '('];

    /// <summary>Judges name and version that are written apart. No version, null or empty, is a fault of the version.</summary>
    public static UserAgentFault? FindFault(string product, string? version) => Find(product, version, UserAgentPart.Product, UserAgentPart.Version);

    /// <summary>Judges <c>product/version</c>, with nothing behind it: what the library's <c>UserAgent.Parse</c> reads.</summary>
    public static UserAgentFault? FindFaultInPair(string text)
    {
        var (product, version) = Split(text);
        return InText(Find(product, version, UserAgentPart.Text, UserAgentPart.Text), text);
    }

    /// <summary>Judges the value of a <c>User-Agent</c> header: products, of which the first is the integration, and comments.</summary>
    public static UserAgentFault? FindFaultInHeader(string value)
    {
        var text = value.Trim();
        var end = text.IndexOfAny(EndsOfProduct);
        var rest = end < 0 ? "" : text.Substring(end);
        var (product, version) = Split(end < 0 ? text : text.Substring(0, end));
        var fault = Find(product, version, UserAgentPart.Text, UserAgentPart.Text);
        var restFault = FindFaultInRest(rest);
        if (restFault is not null && fault?.Rule.Id is null or UserAgentWithoutVersion.Id)
            fault = Fault(MalformedUserAgent.Descriptor, UserAgentPart.Text, text, restFault, product, version);
        return InText(fault is null || restFault is not null ? fault : fault with { Rest = rest.Length == 0 ? "" : " " + rest.TrimStart() }, text);
    }

    private static (string Product, string? Version) Split(string text)
    {
        var slash = text.IndexOf('/');
        return slash < 0 ? (text, null) : (text.Substring(0, slash), text.Substring(slash + 1));
    }

    private static UserAgentFault? Find(string product, string? version, UserAgentPart productPart, UserAgentPart versionPart)
    {
        if (PlaceholderUserAgent.IsProduct(product))
            return Fault(PlaceholderUserAgent.Descriptor, productPart, product, "", product, version);
        if (version is not null && PlaceholderUserAgent.IsVersion(version))
            return Fault(PlaceholderUserAgent.Descriptor, versionPart, version, "", product, version);
        if (HttpToken.FindFault(product) is { } wrongProduct)
            return Fault(MalformedUserAgent.Descriptor, productPart, product, $"the name {wrongProduct}", product, version);
        if (version is not (null or "") && HttpToken.FindFault(version) is { } wrongVersion)
            return Fault(MalformedUserAgent.Descriptor, versionPart, version, $"the version {wrongVersion}", product, version);
        return version is null || UserAgentWithoutVersion.IsNone(version)
            ? Fault(UserAgentWithoutVersion.Descriptor, versionPart, string.IsNullOrEmpty(version) ? product : $"{product}/{version}", "", product, version)
            : null;
    }

    private static UserAgentFault Fault(DiagnosticDescriptor rule, UserAgentPart part, string written, string reason, string product, string? version) =>
        new(rule, part, written, reason)
        {
            Product = PlaceholderUserAgent.IsProduct(product) ? null : HttpToken.From(product),
            Version = version is null || PlaceholderUserAgent.IsVersion(version) || UserAgentWithoutVersion.IsNone(version) ? null : HttpToken.From(version),
        };

    /// <summary>A text that is malformed is shown as a whole.</summary>
    private static UserAgentFault? InText(UserAgentFault? fault, string text) =>
        fault?.Rule.Id == MalformedUserAgent.Id ? fault with { Written = text } : fault;

    /// <summary>Why what follows the first product is not products and comments; null if it is.</summary>
    private static string? FindFaultInRest(string rest)
    {
        for (var i = 0; i < rest.Length;)
        {
            if (rest[i] is ' ' or '\t')
            {
                i++;
                continue;
            }
            var length = rest[i] == '(' ? CommentLength(rest, i) : rest.Substring(i).IndexOfAny(EndsOfProduct);
            if (length < 0 && rest[i] == '(')
                return "a comment does not end";
            var end = length < 0 ? rest.Length : i + length;
            if (rest[i] != '(' && FindFaultInProduct(rest.Substring(i, end - i)) is { } fault)
                return fault;
            i = end;
        }
        return null;
    }

    private static string? FindFaultInProduct(string text)
    {
        var (product, version) = Split(text);
        return (HttpToken.FindFault(product) ?? (version is null ? null : HttpToken.FindFault(version))) is { } fault ? $"a part of '{text}' {fault}" : null;
    }

    /// <summary>The length of a comment, which may hold others, and escaped parentheses; -1 when it does not end.</summary>
    private static int CommentLength(string text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '(')
                depth++;
            else if (text[i] == ')' && --depth == 0)
                return i + 1 - start;
        }
        return -1;
    }
}
