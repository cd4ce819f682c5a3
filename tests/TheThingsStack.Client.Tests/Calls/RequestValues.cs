using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>The values of one call: what the caller passes, and what each of them is on the wire.</summary>
public sealed class RequestValues
{
    private readonly Arguments _arguments;
    private readonly IReadOnlySet<string> _omitted;
    private readonly SampleFactory _factory;
    private readonly HashSet<string> _slots;
    private readonly Dictionary<string, Sample> _slotSamples = [];

    /// <summary>Makes a value for everything but what is omitted.</summary>
    /// <param name="arguments">The parameters.</param>
    /// <param name="omitted">Paths of parameters, and of route values within messages, that the caller leaves out.</param>
    public RequestValues(Arguments arguments, IReadOnlySet<string> omitted)
    {
        (_arguments, _omitted) = (arguments, omitted);
        _factory = new(new Choices(Seed(arguments.Rpc.Name), fill: 1, depth: 2, extremes: false));
        _slots = [.. arguments.Rpc.Operations.SelectMany(o => o.PathNames)];
        foreach (var (wireName, parameter) in arguments.ByWireName)
        {
            if (omitted.Contains(wireName))
                continue;
            var sample = wireName == "field_mask" && arguments.Rpc.MaskMessage is { } message ? Mask(message) : Make(wireName, arguments.Type(wireName));
            Samples.Add(wireName, sample);
            ByParameter.Add(parameter.Name!, sample.Clr);
        }
    }

    /// <summary>The arguments by the names of the parameters.</summary>
    public Dictionary<string, object?> ByParameter { get; } = [];

    /// <summary>The arguments by their paths in the request.</summary>
    public Dictionary<string, Sample> Samples { get; } = [];

    /// <summary>Replaces a value.</summary>
    public void Set(string wireName, Sample sample)
    {
        Samples[wireName] = sample;
        ByParameter[_arguments.ByWireName[wireName].Name!] = sample.Clr;
    }

    /// <summary>Leaves a value out.</summary>
    public void Remove(string wireName)
    {
        Samples.Remove(wireName);
        ByParameter.Remove(_arguments.ByWireName[wireName].Name!);
    }

    /// <summary>A value of a route; null where it is omitted.</summary>
    public string? RouteText(string wireName) => _slotSamples.GetValueOrDefault(wireName)?.Texts[0];

    // What the RPC accepts; of an update, leaves: what lies below a parent need not be accepted.
    private Sample Mask(string message)
    {
        var isUpdate = _arguments.Rpc.MaskWrites;
        return _factory.Mask(message, [.. _arguments.Rpc.MaskPaths.Where(p => !isUpdate || (p.IsLeaf && !p.IsWrappedValue))]);
    }

    private Sample Make(string wireName, WireType type)
    {
        if (type.Kind == WireKind.Message && _slots.Any(s => IsBelow(s, wireName)))
            return Message(wireName, type.Name!);
        var sample = _factory.Make(type);
        if (_slots.Contains(wireName))
            _slotSamples[wireName] = sample;
        return sample;
    }

    // A message that holds values of routes: those are set, or left out, as the test wants.
    private Sample Message(string wireName, string message)
    {
        string Below(string field) => wireName.Length == 0 ? field : wireName + "." + field;
        return _factory.Message(
            message,
            wanted: field => _slots.Any(s => s == Below(field) || IsBelow(s, Below(field))) ? _slots.Any(s => !_omitted.Contains(s) && (s == Below(field) || IsBelow(s, Below(field)))) : null,
            make: (field, type) => _slots.Any(s => s == Below(field) || IsBelow(s, Below(field))) ? Make(Below(field), type) : _factory.Make(type, 1));
    }

    private static bool IsBelow(string wireName, string above) =>
        above.Length == 0 || wireName.StartsWith(above + ".", StringComparison.Ordinal);

    // FNV-1a
    private static ulong Seed(string text) => text.Aggregate(14695981039346656037UL, static (hash, c) => (hash ^ c) * 1099511628211UL);
}
