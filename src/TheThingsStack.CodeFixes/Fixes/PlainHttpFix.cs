using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Writes https for http, and the port that The Things Stack has for it where one is given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlainHttpFix))]
public sealed class PlainHttpFix() : TextFix(PlainHttp.Descriptor)
{
    private static readonly Regex Port = new(@"\G[\w.-]+:(?<port>80|1885)(?!\d)", RegexOptions.CultureInvariant);

    internal override IEnumerable<Edit> Edits(SemanticModel model, SyntaxNode node, Diagnostic diagnostic)
    {
        var scheme = diagnostic.Location.SourceSpan;
        var text = model.SyntaxTree.GetText();
        if (!text.ToString(scheme).Equals(PlainHttp.Scheme, StringComparison.OrdinalIgnoreCase))
            yield break;
        var line = text.Lines.GetLineFromPosition(scheme.End);
        var https = new TextChange(scheme, "https://");
        TextChange[] changes = Port.Match(line.ToString(), scheme.End - line.Start) is { Success: true } match && match.Groups["port"] is var port
            ? [https, new(new(line.Start + port.Index, port.Length), port.Value == "80" ? "443" : "8885")]
            : [https];
        yield return new("Use https", nameof(PlainHttpFix), changes);
    }
}
