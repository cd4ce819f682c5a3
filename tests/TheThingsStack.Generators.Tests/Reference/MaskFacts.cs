using System.Text.Json;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Reference;

/// <summary>The paths of messages, worked out from what is known of the server's fields: not from a reference, and not by the generator.</summary>
internal sealed class MaskFacts
{
    private readonly JsonElement _messages = Read("facts/field-types.json").GetProperty("messages");
    private readonly JsonElement _oneofs = Read("facts/oneofs.json");

    /// <summary>One path for each field, with the oneof's name before a member's; below singular messages of the API, and nothing else.</summary>
    public IEnumerable<string> PathsOf(string fullName) =>
        Below(_messages.EnumerateObject().Single(m => m.Value.GetProperty("full_name").GetString() == fullName).Name);

    private IEnumerable<string> Below(string message)
    {
        foreach (var oneof in Oneofs(message))
            yield return oneof.Name;
        foreach (var field in _messages.GetProperty(message).GetProperty("fields").EnumerateObject())
        {
            var oneof = Oneofs(message).Where(o => o.Value.GetProperty("fields").EnumerateArray().Any(f => f.GetString() == field.Name)).Select(static o => o.Name + ".").SingleOrDefault("");
            yield return oneof + field.Name;
            var element = field.Value.GetProperty("element").GetString()!;
            if (field.Value.GetProperty("kind").GetString() != "singular" || !_messages.TryGetProperty(element, out _))
                continue;
            foreach (var path in element == message ? Before(message, field) : Below(element))
                yield return $"{oneof}{field.Name}.{path}";
        }
    }

    // A message in itself: the server lists what is declared before it, once more, and stops.
    private IEnumerable<string> Before(string message, JsonProperty field) => _messages.GetProperty(message).GetProperty("fields").EnumerateObject()
        .Where(other => other.Value.GetProperty("number").GetInt32() < field.Value.GetProperty("number").GetInt32())
        .Select(static other => other.Name);

    private IEnumerable<JsonProperty> Oneofs(string message) => _oneofs.TryGetProperty(message, out var oneofs) ? oneofs.EnumerateObject() : [];

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Shared.Find(file)!));
        return document.RootElement.Clone();
    }
}
