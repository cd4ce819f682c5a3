using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Binding;

/// <summary>What no reference says about The Things Stack: read from <c>the-things-stack.rules.json</c>, applied by name.</summary>
internal sealed class RuleSet
{
    /// <summary>For references that are not The Things Stack's.</summary>
    public static readonly RuleSet None = new();

    private readonly Dictionary<string, MessageRules> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumRules> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RpcRules> _rpcs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _rpcOfOperation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _serverOfPrefix = new(StringComparer.Ordinal);

    private RuleSet()
    {
    }

    public bool IsEmpty => _rpcs.Count == 0;

    public static RuleSet Read(SpecNode root)
    {
        var rules = new RuleSet();
        foreach (var member in root["servers"]?.Members ?? [])
        {
            foreach (var prefix in Texts(member.Value))
                rules._serverOfPrefix[prefix] = member.Name;
        }

        foreach (var member in root["messages"]?.Members ?? [])
            rules._messages[member.Name] = MessageRules.Read(member.Value);
        foreach (var member in root["enums"]?.Members ?? [])
            rules._enums[member.Name] = EnumRules.Read(member.Value);
        foreach (var member in root["rpcs"]?.Members ?? [])
        {
            rules._rpcs[member.Name] = RpcRules.Read(member.Value);
            foreach (var operation in Texts(member.Value["operations"]))
                rules._rpcOfOperation[operation] = member.Name;
        }

        return rules;
    }

    public MessageRules? Message(string cleanName) => _messages.TryGetValue(cleanName, out var rules) ? rules : null;

    public EnumRules? Enum(string cleanName) => _enums.TryGetValue(cleanName, out var rules) ? rules : null;

    public RpcRules? Rpc(string name) => _rpcs.TryGetValue(name, out var rules) ? rules : null;

    /// <summary>The RPC of an operation. Early servers leave the service out of the operationId: there it is the tag.</summary>
    public string? RpcOf(SpecOperation operation)
    {
        if (operation.Id is not { } id)
            return null;
        if (_rpcOfOperation.TryGetValue(id, out var rpc))
            return rpc;
        var name = $"{operation.Tag}/{Names.WithoutNumber(id)}";
        return _rpcs.ContainsKey(name) ? name : null;
    }

    /// <summary>The server that answers a route.</summary>
    public string ServerOf(string route)
    {
        var segments = route.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        return segments.Length > 0 && _serverOfPrefix.TryGetValue(segments[0], out var server) ? server : "Any";
    }

    /// <summary>Whether a reference is one of The Things Stack's, so that the rules speak about it.</summary>
    public bool Covers(SpecDocument document)
    {
        var known = document.Operations.Count(o => RpcOf(o) is { } rpc && o.Tag == rpc.Split('/')[0]);
        return known > 0 && known * 4 >= document.Operations.Count;
    }

    internal static IEnumerable<string> Texts(SpecNode? list) =>
        list?.Items.Where(static item => item.Kind == SpecNodeKind.Text).Select(static item => item.Text!) ?? [];

    internal static Dictionary<string, string> Map(SpecNode? node) =>
        node?.Members.Where(static m => m.Value.Text is not null).ToDictionary(static m => m.Name, static m => m.Value.Text!, StringComparer.Ordinal) ?? [];
}

/// <summary>What is known about one message.</summary>
internal sealed class MessageRules
{
    public string? FullName { get; private set; }

    /// <summary>Whether JSON has the bare value instead of the message.</summary>
    public bool IsWrapper { get; private set; }

    /// <summary>Oneof names, with the wire names of their members.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Oneofs { get; private set; } = [];

    /// <summary>Types of fields, in the words of the rules file.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyCollection<string> Deprecated { get; private set; } = [];

    public static MessageRules Read(SpecNode node) => new()
    {
        FullName = node.TextOf("proto"),
        IsWrapper = node["wrapper"] is { IsTrue: true },
        Oneofs = [.. (node["oneofs"]?.Members ?? []).Select(static m =>
            new KeyValuePair<string, IReadOnlyList<string>>(m.Name, [.. RuleSet.Texts(m.Value["members"])]))],
        Fields = RuleSet.Map(node["fields"]),
        Deprecated = new HashSet<string>(RuleSet.Texts(node["deprecated"])),
    };
}

/// <summary>What is known about one enumeration.</summary>
internal sealed class EnumRules
{
    public bool IsNumeric { get; private set; }

    public IReadOnlyDictionary<string, int> Numbers { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<KeyValuePair<string, int>> Accepts { get; private set; } = [];

    public static EnumRules Read(SpecNode node) => new()
    {
        IsNumeric = node.TextOf("wire") == "number",
        Numbers = Numbered(node["values"]).ToDictionary(static v => v.Key, static v => v.Value, StringComparer.Ordinal),
        Accepts = [.. Numbered(node["accepts"])],
    };

    private static IEnumerable<KeyValuePair<string, int>> Numbered(SpecNode? node) =>
        (node?.Members ?? []).Where(static m => int.TryParse(m.Value.Text, out _)).Select(static m => new KeyValuePair<string, int>(m.Name, int.Parse(m.Value.Text!)));
}

/// <summary>What is known about one RPC.</summary>
internal sealed class RpcRules
{
    public bool IsDeprecated { get; private set; }

    /// <summary>The message that the mask selects from; null where the RPC takes none.</summary>
    public string? MaskMessage { get; private set; }

    public bool MaskWrites { get; private set; }

    /// <summary>The paths that the server accepts; null where it accepts every path.</summary>
    public AcceptedPaths? MaskPaths { get; private set; }

    /// <summary>The path that deletes the entity when nothing is written under it.</summary>
    public string? MaskDeletes { get; private set; }

    /// <summary>The paths that are returned whatever the mask says; null where that is unknown.</summary>
    public IReadOnlyList<string>? Implicit { get; private set; }

    public IReadOnlyDictionary<string, string> Parameters { get; private set; } = new Dictionary<string, string>();

    /// <summary>The message that the body is as a whole.</summary>
    public string? BodyMessage { get; private set; }

    public IReadOnlyDictionary<string, string> Body { get; private set; } = new Dictionary<string, string>();

    /// <summary>The fields of the request that must be set.</summary>
    public IReadOnlyCollection<string> Required { get; private set; } = [];

    public static RpcRules Read(SpecNode node)
    {
        var mask = node["mask"] is { IsObject: true } m && m["dead"] is not { IsTrue: true } ? m : null;
        return new()
        {
            IsDeprecated = node["deprecated"] is { IsTrue: true },
            MaskMessage = mask?.TextOf("message"),
            MaskWrites = mask?["writes"] is { IsTrue: true },
            MaskDeletes = mask?.TextOf("deletes"),
            Implicit = node["implicit"] is { Kind: SpecNodeKind.List } implicitPaths ? [.. RuleSet.Texts(implicitPaths)] : null,
            MaskPaths = mask?["paths"] is { Kind: SpecNodeKind.List } paths ? new(RuleSet.Texts(paths)) : null,
            Parameters = RuleSet.Map(node["parameters"]),
            BodyMessage = node.TextOf("body"),
            Body = RuleSet.Map(node["body"]),
            Required = new HashSet<string>((node["limits"]?.Members ?? []).Where(static l => l.Value["required"] is { IsTrue: true }).Select(static l => l.Name)),
        };
    }
}

/// <summary>The paths that an RPC accepts, and those that one of them lies below: where nothing is accepted further below, nobody has to look.</summary>
internal sealed class AcceptedPaths
{
    private readonly HashSet<string> _paths;
    private readonly HashSet<string> _above = new(StringComparer.Ordinal);

    public AcceptedPaths(IEnumerable<string> paths)
    {
        _paths = new(paths, StringComparer.Ordinal);
        foreach (var path in _paths)
        {
            var dot = path.LastIndexOf('.');
            while (dot > 0 && _above.Add(path.Substring(0, dot)))
                dot = path.LastIndexOf('.', dot - 1);
        }
    }

    public bool Contains(string path) => _paths.Contains(path);

    public bool IsAbove(string path) => _above.Contains(path);
}
