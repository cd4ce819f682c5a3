using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.Analyzers.Configuration;

/// <summary>Judges user agents that source spells out. One fault for a place: what is a placeholder is not worth a word about its form.</summary>
internal static class UserAgentText
{
    private static readonly char[] EndsOfProduct = [' ', '\t', '('];

    /// <summary>Judges name and version that are written apart: both can be at fault. No version, null or empty, is a fault of the version.</summary>
    public static IEnumerable<UserAgentFault> FindFaults(string product, string? version) =>
        new[] { FindInProduct(product, version, UserAgentPart.Product), FindInVersion(product, version, UserAgentPart.Version) }.OfType<UserAgentFault>();

    /// <summary>The first of what is wrong with name and version.</summary>
    public static UserAgentFault? FindFault(string product, string? version) => FindFaults(product, version).FirstOrDefault();

    /// <summary>Judges <c>product/version</c>, with nothing behind it: what the library's <c>UserAgent.Parse</c> reads.</summary>
    public static UserAgentFault? FindFaultInPair(string text)
    {
        var (product, version) = Split(text);
        return InText(Find(product, version), text);
    }

    /// <summary>Judges the value of a <c>User-Agent</c> header: products, of which the first is the integration, and comments.</summary>
    public static UserAgentFault? FindFaultInHeader(string value)
    {
        var text = value.Trim();
        var end = text.IndexOfAny(EndsOfProduct);
        var rest = end < 0 ? "" : text.Substring(end);
        var (product, version) = Split(end < 0 ? text : text.Substring(0, end));
        var fault = Find(product, version);
        var restFault = FindFaultInRest(rest);
        if (restFault is not null && fault?.Rule.Id is null or UserAgentWithoutVersion.Id)
            fault = Fault(MalformedUserAgent.Descriptor, UserAgentPart.Text, text, restFault, product, version);
        return InText(fault is null || restFault is not null ? fault : fault with { Rest = rest.Length == 0 ? "" : " " + rest.TrimStart() }, text);
    }

    /// <summary>The integration that a header names; null where something is wrong with it.</summary>
    public static (string Product, string Version)? FirstProduct(string header) =>
        FindFaultInHeader(header) is null && Split(header.Trim().Split(EndsOfProduct)[0]) is (var product, { } version) ? (product, version) : null;

    private static (string Product, string? Version) Split(string text)
    {
        var slash = text.IndexOf('/');
        return slash < 0 ? (text, null) : (text.Substring(0, slash), text.Substring(slash + 1));
    }

    private static UserAgentFault? Find(string product, string? version) =>
        FindInProduct(product, version, UserAgentPart.Text) ?? FindInVersion(product, version, UserAgentPart.Text);

    private static UserAgentFault? FindInProduct(string product, string? version, UserAgentPart part) =>
        PlaceholderUserAgent.IsProduct(product) ? Fault(PlaceholderUserAgent.Descriptor, part, product, "", product, version)
        : HttpToken.FindFault(product) is { } wrong ? Fault(MalformedUserAgent.Descriptor, part, product, $"the name {wrong}", product, version)
        : null;

    private static UserAgentFault? FindInVersion(string product, string? version, UserAgentPart part) =>
        string.IsNullOrEmpty(version) ? Fault(UserAgentWithoutVersion.Descriptor, part, product, "", product, version)
        : PlaceholderUserAgent.IsVersion(version!) ? Fault(PlaceholderUserAgent.Descriptor, part, version!, "", product, version)
        : HttpToken.FindFault(version!) is { } wrong ? Fault(MalformedUserAgent.Descriptor, part, version!, $"the version {wrong}", product, version)
        : UserAgentWithoutVersion.IsNone(version!) ? Fault(UserAgentWithoutVersion.Descriptor, part, $"{product}/{version}", "", product, version)
        : null;

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
