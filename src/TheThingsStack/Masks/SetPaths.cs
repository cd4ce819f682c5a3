using System.Text.Json;

namespace TheThingsStack;

/// <summary>The paths of a message that are set, found from its JSON: nested messages to their set leaves, lists and maps whole.</summary>
internal sealed class SetPaths
{
    private readonly HashSet<int> _emptyLists = [];

    /// <summary>The numbers of the paths, in the order of the JSON.</summary>
    public List<int> Indexes { get; } = [];

    public static SetPaths Of<T>(T message)
        where T : class, IFieldMaskTarget<T>
    {
        var found = new SetPaths();
        var reader = new Utf8JsonReader(MessageJson.ToUtf8Bytes(message));
        reader.Read();
        found.Read(ref reader, T.FieldPaths, 0);
        return found;
    }

    public bool Contains(int index) => Indexes.Contains(index);

    /// <summary>Whether a path is set to something other than a list without items.</summary>
    public bool HasContent(int index) => Contains(index) && !_emptyLists.Contains(index);

    private void Read(ref Utf8JsonReader reader, FieldPathTree tree, int start)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isKnown = tree.TryFindMember(reader.ValueSpan, out var index, out var below, out var isOneofMember);
            reader.Read();

            // What is below a member of a oneof cannot be written while another member is stored: the member is written whole.
            if (isKnown && below is not null && !isOneofMember && reader.TokenType == JsonTokenType.StartObject)
            {
                var before = Indexes.Count;
                Read(ref reader, below, start + index + 1);

                // A message with nothing in it is set all the same: {"disabled":{}}.
                if (Indexes.Count == before)
                    Indexes.Add(start + index);
                continue;
            }

            if (isKnown)
                Indexes.Add(start + index);
            var position = reader.TokenType == JsonTokenType.StartArray ? reader.BytesConsumed : -1;
            reader.Skip();
            if (isKnown && position >= 0 && reader.BytesConsumed == position + 1)
                _emptyLists.Add(start + index);
        }
    }
}
