using System.Text.Json;

namespace TheThingsStack;

/// <summary>Finds which paths of a message are set, from its JSON: nested messages to their set leaves, lists and maps whole.</summary>
internal static class SetPaths
{
    public static List<int> Of<T>(ReadOnlySpan<byte> json)
        where T : class, IFieldMaskTarget<T>
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        List<int> found = [];
        Read(ref reader, T.FieldPaths, 0, found);
        return found;
    }

    private static void Read(ref Utf8JsonReader reader, FieldPathTree tree, int start, List<int> found)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isKnown = tree.TryFindMember(reader.ValueSpan, out var index, out var below);
            reader.Read();
            if (isKnown && below is not null && reader.TokenType == JsonTokenType.StartObject)
            {
                var before = found.Count;
                Read(ref reader, below, start + index + 1, found);

                // A message with nothing in it is set all the same: {"disabled":{}}.
                if (found.Count == before)
                    found.Add(start + index);
                continue;
            }

            if (isKnown)
                found.Add(start + index);
            reader.Skip();
        }
    }
}
