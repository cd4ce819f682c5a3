using System.Runtime.CompilerServices;
using System.Text;

namespace TheThingsStack.Generators.Emitting;

/// <summary>Writes documentation comments.</summary>
internal static class Docs
{
    public static void Summary(SourceWriter writer, string? summary, [InterpolatedStringHandlerArgument(nameof(summary))] SentenceOr text) =>
        writer.Line($"/// <summary>{text.ToString()}</summary>");

    public static void Parameter(SourceWriter writer, string name, string? summary, [InterpolatedStringHandlerArgument(nameof(summary))] SentenceOr text) =>
        writer.Line($"/// <param name=\"{name.TrimStart('@')}\">{text.ToString()}</param>");

    public static void Remarks(SourceWriter writer, IEnumerable<string> paragraphs)
    {
        writer.Line("/// <remarks>");
        foreach (var paragraph in paragraphs)
            writer.Line($"/// <para>{paragraph}</para>");
        writer.Line("/// </remarks>");
    }

    /// <summary>What the reference says, as a comment; where it says nothing, the interpolated string, which is made only then.</summary>
    [InterpolatedStringHandler]
    public readonly struct SentenceOr
    {
        private readonly string _sentence;
        private readonly StringBuilder? _otherwise;

        public SentenceOr(int literalLength, int formattedCount, string? sentence, out bool isNeeded)
        {
            _sentence = Escape.Comment(sentence ?? "");
            isNeeded = _sentence.Length == 0;
            _otherwise = isNeeded ? new() : null;
        }

        public void AppendLiteral(string text) => _otherwise!.Append(text);

        public void AppendFormatted(string text) => _otherwise!.Append(text);

        public override string ToString() => _otherwise is null ? _sentence : Escape.Comment(_otherwise.ToString());
    }
}
