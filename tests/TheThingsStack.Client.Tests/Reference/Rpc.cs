using System.Text.Json.Nodes;

namespace TheThingsStack.Client.Tests.Reference;

/// <summary>One RPC with its HTTP bindings, in the order in which the reference has their routes.</summary>
public sealed class Rpc
{
    private readonly JsonObject _rules;
    private List<MaskPath>? _maskPaths;

    public Rpc(string name, JsonObject rules, IReadOnlyDictionary<string, Operation> operations)
    {
        (Name, _rules) = (name, rules);
        var ids = rules["operations"]!.AsArray().Select(o => (string)o!).ToHashSet();
        Operations = [.. operations.Values.Where(o => ids.Contains(o.Id))];
    }

    public string Name { get; }

    public string Service => Name.Split('/')[0];

    public string Method => Name.Split('/')[1];

    public IReadOnlyList<Operation> Operations { get; }

    public bool Streams => _rules["stream"] is not null;

    /// <summary>The message that the mask selects from; null where the request has no mask.</summary>
    public string? MaskMessage => _rules["mask"] is { } mask && mask["dead"] is null ? (string)mask["message"]! : null;

    /// <summary>The paths that the mask may name.</summary>
    public IReadOnlyList<MaskPath> MaskPaths => _maskPaths ??= ReadMaskPaths();

    /// <summary>Whether the mask says what to write.</summary>
    public bool MaskWrites => _rules["mask"]?["writes"] is { } writes && (bool)writes;

    /// <summary>The type of a parameter, or of a member of the body.</summary>
    public WireType TypeOf(string name, JsonObject schema)
    {
        if (name == "field_mask" && MaskMessage is { } message)
            return new(WireKind.Mask, message);
        var word = (string?)_rules["parameters"]?[name] ?? (_rules["body"] as JsonObject)?[name]?.GetValue<string>();
        return WireType.Of(schema, word);
    }

    public override string ToString() => Name;

    private List<MaskPath> ReadMaskPaths()
    {
        var all = MaskGrammar.Paths(MaskMessage!);
        if (_rules["mask"]!["paths"] is not JsonArray paths)
            return [.. all];
        var allowed = paths.Select(p => (string)p!).ToHashSet();
        return [.. all.Where(p => allowed.Contains(p.Text))];
    }
}
