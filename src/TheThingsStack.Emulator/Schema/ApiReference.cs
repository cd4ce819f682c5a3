using System.Text.Json;

namespace TheThingsStack.Emulator.Schema;

/// <summary>
/// Everything that the emulator knows about the API, read from the two files that are embedded in this assembly: the
/// reference (routes, parameters, messages) and the rules (exclusive groups, masks, limits) that it leaves out.
/// </summary>
internal sealed class ApiReference
{
    private static readonly Lazy<ApiReference> Loaded = new(() => ReferenceReader.Read(Open("the-things-stack.openapi.json"), Open("the-things-stack.rules.json")));
    private readonly Dictionary<int, Operation[]> _bySegments;

    public ApiReference(IReadOnlyDictionary<string, MessageType> messages, IReadOnlyDictionary<string, EnumType> enums, IReadOnlyDictionary<string, Rpc> rpcs, IReadOnlyList<Operation> operations)
    {
        Messages = messages;
        Enums = enums;
        Rpcs = rpcs;
        Operations = operations;
        _bySegments = operations.GroupBy(o => o.Template.Precedence.Length)
            .ToDictionary(g => g.Key, g => g.OrderBy(o => o.Template.Precedence, StringComparer.Ordinal).ToArray());
    }

    /// <summary>The embedded reference; read once per process.</summary>
    public static ApiReference Default => Loaded.Value;

    public IReadOnlyDictionary<string, MessageType> Messages { get; }

    public IReadOnlyDictionary<string, EnumType> Enums { get; }

    public IReadOnlyDictionary<string, Rpc> Rpcs { get; }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>The route that a method and a path below <c>/api/v3</c> lead to, and what stands in its braces.</summary>
    /// <param name="method">The HTTP method, in capitals.</param>
    /// <param name="path">The path, still percent-encoded.</param>
    /// <param name="isKnownPath">Whether the path exists, if perhaps for another method only.</param>
    public (Operation Operation, IReadOnlyList<KeyValuePair<string, string>> Values)? Find(string method, string path, out bool isKnownPath)
    {
        var segments = path.Split('/')[1..];
        isKnownPath = false;
        foreach (var operation in _bySegments.GetValueOrDefault(segments.Length, []))
        {
            if (operation.Template.Match(segments) is not { } values)
                continue;
            isKnownPath = true;
            if (operation.Method == method)
                return (operation, values);
        }

        return null;
    }

    private static JsonDocument Open(string name)
    {
        using var stream = typeof(ApiReference).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        return JsonDocument.Parse(stream);
    }
}
