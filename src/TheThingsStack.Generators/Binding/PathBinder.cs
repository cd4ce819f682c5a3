using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Binding;

/// <summary>
/// Works out the paths that masks can name: one for each field, with the oneof's name as a segment of its own.
/// A path leads on into messages only; lists, maps, and every type that is not a message of the API end it.
/// </summary>
internal sealed class PathBinder
{
    // No mask of a real reference comes near; the limits keep a hostile one from growing without end.
    private const int MostPaths = 50_000;
    private const int MostLevels = 64;

    private readonly Dictionary<string, MessageModel> _messages;
    private readonly Dictionary<string, PathsModel> _built = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken;
    private readonly HashSet<string> _nodes = new(StringComparer.Ordinal);
    private PathsModel? _wrapper;

    public PathBinder(IEnumerable<MessageModel> messages)
    {
        _messages = messages.ToDictionary(static m => m.Name, StringComparer.Ordinal);
        _taken = new(_messages.Keys, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The path builders of some messages and of all that they lead to.</summary>
    public List<PathsModel> Bind(IReadOnlyCollection<string> targets)
    {
        foreach (var target in targets)
            Build(target);
        return [.. _built.Values
            .Select(p => p with { IsRoot = targets.Contains(p.Name), IsNode = _nodes.Contains(p.Name) })
            .OrderBy(static p => p.Name, StringComparer.Ordinal)];
    }

    private PathsModel Build(string message)
    {
        if (_built.TryGetValue(message, out var built))
            return built;
        _open.Add(message);
        var model = _messages[message];
        var entries = new EntryList();
        foreach (var field in model.Fields)
        {
            var oneof = model.OneofOf(field);
            if (oneof is null)
                AddField(entries, model, field);
            else if (oneof.Members[0] == field.Name)
                AddOneof(entries, model, oneof);
        }

        _open.Remove(message);
        return _built[message] = Make(message, message, entries);
    }

    private void AddOneof(EntryList entries, MessageModel model, OneofModel oneof)
    {
        var members = new EntryList();
        foreach (var field in model.Fields.Where(f => oneof.Members.Contains(f.Name)))
            AddField(members, model, field);
        var name = Names.Take(_taken, model.Name + oneof.Name, "Oneof");
        var below = _built[name] = Make(name, model.Name, members) with { IsOneof = true };
        _nodes.Add(name);
        entries.Add(oneof.Name, oneof.WireName, below, isOneof: true);
    }

    private void AddField(EntryList entries, MessageModel model, FieldModel field)
    {
        PathsModel? below = null;
        if (field.IsWrapper)
            below = Wrapper();
        else if (field.Type is { Kind: TypeKind.Message, Name: { } type } && _messages.ContainsKey(type))
            below = Below(entries, model, field, type);
        if (below is not null)
            _nodes.Add(below.Name);
        entries.Add(field.Name, field.WireName, below);
    }

    // A message below itself is opened once more, as far as its fields stand before the one that leads back: so does the server.
    private PathsModel? Below(EntryList entries, MessageModel model, FieldModel field, string type)
    {
        if (type == model.Name)
        {
            var name = Names.Take(_taken, model.Name + field.Name, "Field");
            return _built[name] = Make(name, model.Name, entries);
        }

        if (_open.Contains(type) || _open.Count == MostLevels)
            return null;
        var below = Build(type);
        return below.Count + entries.Count > MostPaths ? null : below;
    }

    private PathsModel Wrapper()
    {
        if (_wrapper is not null)
            return _wrapper;
        var entries = new EntryList();
        entries.Add("Value", "value", null);
        var name = Names.Take(_taken, ["Wrapper", "ValueWrapper"]);
        return _built[name] = _wrapper = Make(name, null, entries);
    }

    private static PathsModel Make(string name, string? message, EntryList entries) =>
        new(name, message, entries.Entries.ToEquatableArray(), entries.Count, IsRoot: false, IsNode: false, IsOneof: false);

    /// <summary>Numbers the paths: each entry is followed by all that lies below it.</summary>
    private sealed class EntryList
    {
        // Members that every builder has.
        private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", "All" };

        private readonly HashSet<string> _taken = new(Reserved, StringComparer.Ordinal);

        public List<PathEntryModel> Entries { get; } = [];

        public int Count { get; private set; }

        public void Add(string name, string wireName, PathsModel? below, bool isOneof = false)
        {
            Entries.Add(new(Names.Take(_taken, name, isOneof ? "Oneof" : "Field"), wireName, Count, below?.Name, isOneof));
            Count += 1 + (below?.Count ?? 0);
        }
    }
}
