using System.Text;
using System.Text.Json;
using TheThingsStack.Json;

namespace TheThingsStack;

/// <summary>Reads masks in every form that the server is known to write.</summary>
internal static class FieldMaskJson
{
    private static readonly PropertyTable Properties = new("paths");

    public static FieldMask<T> Read<T>(ref Utf8JsonReader reader)
        where T : class, IFieldMaskTarget<T> => reader.TokenType switch
        {
            JsonTokenType.String => FieldMask<T>.FromServer(SplitCamelCase(JsonRead.Text(ref reader))),
            JsonTokenType.StartArray => FieldMask<T>.FromServer(JsonRead.List<string, StringCodec>(ref reader)),
            _ => FieldMask<T>.FromServer(ReadObject(ref reader)),
        };

    private static List<string> ReadObject(ref Utf8JsonReader reader)
    {
        List<string> paths = [];
        PropertyTable.Start(ref reader);
        while (Properties.Next(ref reader, out _))
            paths = JsonRead.List<string, StringCodec>(ref reader);
        return paths;
    }

    // protobuf's own JSON form of a mask is one string of camelCase paths.
    private static IEnumerable<string> SplitCamelCase(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ToSnakeCase);

    /// <summary>A camelCase path in snake_case.</summary>
    public static string ToSnakeCase(string path)
    {
        if (!path.Any(char.IsAsciiLetterUpper))
            return path;
        var snake = new StringBuilder(path.Length + 8);
        foreach (var c in path)
        {
            if (char.IsAsciiLetterUpper(c))
                snake.Append('_').Append(char.ToLowerInvariant(c));
            else
                snake.Append(c);
        }

        return snake.ToString();
    }
}
