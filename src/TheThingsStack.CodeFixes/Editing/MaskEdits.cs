using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>Changes to the paths of masks in one document, typed or in texts: all of them together, so that what is removed takes its commas along.</summary>
internal sealed class MaskEdits(SyntaxNode root, SourceText text)
{
    private readonly List<TextSpan> _removals = [];
    private readonly List<TextChange> _replacements = [];

    /// <summary>Removes a path, and the comma that it leaves behind.</summary>
    public void Remove(Location path) => Add(_removals, path.SourceSpan);

    /// <summary>Replaces a path by the one that the diagnostic names.</summary>
    public void Replace(Location path, ImmutableDictionary<string, string?> properties)
    {
        var replaced = path.SourceSpan;
        var meant = properties[FixProperties.Replacement]!;
        if (properties.TryGetValue(FixProperties.Properties, out var names) && root.FindNode(replaced, getInnermostNodeForTie: true) is MemberAccessExpressionSyntax typed && typed.Span == replaced)
            meant = Base(typed, names!) + "." + names;
        Replace(replaced, meant);
    }

    /// <summary>Replaces a stretch of the text.</summary>
    public void Replace(TextSpan replaced, string by)
    {
        if (!_replacements.Exists(change => change.Span == replaced && (change.NewText == by || !replaced.IsEmpty)))
            _replacements.Add(new(replaced, by));
    }

    /// <summary>Adds the path that the diagnostic names to a list of paths.</summary>
    public void Add(Location list, ImmutableDictionary<string, string?> properties)
    {
        var node = root.FindNode(list.SourceSpan, getInnermostNodeForTie: true);
        if (PathInsertion.Of(node, properties[FixProperties.Added]!, properties[FixProperties.Properties]!, properties[FixProperties.Message]!) is not { NewText: { } path } insertion)
            return;

        // A list that is empty now has one path after the first is added.
        var follows = path[0] != ',' && _replacements.Exists(change => change.Span == insertion.Span && change.NewText != path);
        Replace(insertion.Span, follows ? ", " + path : path);
    }

    public SourceText Apply()
    {
        var changes = Runs().Select(run => new TextChange(WithComma(text, run), ""))
            .Concat(_replacements.Where(change => !_removals.Exists(removal => removal.OverlapsWith(change.Span))));
        return text.WithChanges(changes.OrderBy(static change => change.Span.Start));
    }

    /// <summary>What a typed path begins with: <c>d</c>, or <c>EndDevice.Paths</c>.</summary>
    private static string Base(MemberAccessExpressionSyntax path, string names)
    {
        var first = names.Split('.')[0];
        ExpressionSyntax start = path;
        for (ExpressionSyntax current = path; current is MemberAccessExpressionSyntax member; current = member.Expression)
        {
            if (member.Name.Identifier.ValueText == first)
                start = member.Expression;
        }

        return start.ToString();
    }

    /// <summary>Removed paths that follow each other are one.</summary>
    private List<TextSpan> Runs()
    {
        var runs = new List<TextSpan>();
        foreach (var removal in _removals.OrderBy(static span => span.Start))
        {
            if (runs.Count > 0 && IsSeparator(TextSpan.FromBounds(Math.Min(runs[runs.Count - 1].End, removal.Start), removal.Start)))
                runs[runs.Count - 1] = TextSpan.FromBounds(runs[runs.Count - 1].Start, Math.Max(runs[runs.Count - 1].End, removal.End));
            else
                runs.Add(removal);
        }

        return runs;
    }

    private bool IsSeparator(TextSpan between) => text.ToString(between).Trim() is "" or ",";

    /// <summary>A path, or another item of a list, with the comma that it leaves behind.</summary>
    public static TextSpan WithComma(SourceText text, TextSpan run)
    {
        var before = run.Start - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before]))
            before--;
        if (before >= 0 && text[before] == ',')
            return TextSpan.FromBounds(before, run.End);
        var after = run.End;
        while (after < text.Length && char.IsWhiteSpace(text[after]))
            after++;
        if (after >= text.Length || text[after] != ',')
            return run;
        after++;
        while (after < text.Length && char.IsWhiteSpace(text[after]))
            after++;
        return TextSpan.FromBounds(run.Start, after);
    }

    private static void Add(List<TextSpan> spans, TextSpan span)
    {
        if (!spans.Contains(span))
            spans.Add(span);
    }
}
