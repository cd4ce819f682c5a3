using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;
using TheThingsStack.SpecTool.Rules;

namespace TheThingsStack.SpecTool.Corrections;

/// <summary>
/// What a field's name means wherever the rules know it: the first guess for a field that they do not know.
/// A name that means different things in different places means nothing here.
/// </summary>
internal sealed class KnownWords
{
    private readonly Dictionary<string, string?> _words = new(StringComparer.Ordinal);

    public KnownWords(RulesDocument rules)
    {
        foreach (var (_, message) in rules.Root.Object("messages").Entries())
            AddAll(message.Object("fields"));
        foreach (var (_, rpc) in rules.Rpcs)
        {
            AddAll(rpc.Object("parameters"));
            AddAll(rpc.Object("body"));
        }
    }

    public string? Of(string field) => _words.GetValueOrDefault(field);

    private void AddAll(JsonObject? words)
    {
        foreach (var (path, word) in words.Entries())
            Add(path.Split('.')[^1], word.AsText()!);
    }

    private void Add(string field, string word)
    {
        var normal = TypeWords.IsMask(word) ? TypeWords.Mask : word;
        _words[field] = _words.TryGetValue(field, out var known) && known != normal ? null : normal;
    }
}
