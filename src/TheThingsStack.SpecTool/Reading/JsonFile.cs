using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Reading;

/// <summary>Reads JSON files whose top level is an object, with errors that name the file and the place in it.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static JsonObject Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}");
        }
    }

    /// <summary>As <see cref="Read"/>, but an absent file is an empty object: a spec that does not exist yet.</summary>
    public static JsonObject ReadOrEmpty(string path) => File.Exists(path) ? Read(path) : [];

    private static JsonObject Parse(string text, string path)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) as JsonObject
                ?? throw new InputException($"{path}: a JSON object was expected at the top level.");
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}({e.LineNumber + 1},{e.BytePositionInLine + 1}): not valid JSON: {e.Message}");
        }
    }
}
