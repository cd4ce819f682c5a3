using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Events;

/// <summary>Which events a listener asked for: of some entities, and of some names.</summary>
internal sealed class EventFilter
{
    private const string Namespace = "pkg/events/grpc";

    private static readonly ApiError NoIdentifiers = new(RpcCode.InvalidArgument, Namespace, "no_identifiers", "no identifiers given");
    private static readonly ApiError UnknownName = new(RpcCode.InvalidArgument, Namespace, "unknown_event_name", "there is no event `{name}`");
    private static readonly ApiError NoMatchingEvents = new(RpcCode.InvalidArgument, Namespace, "no_matching_events", "no event matches `{regexp}`");
    private static readonly ApiError InvalidExpression = new(RpcCode.InvalidArgument, Namespace, "invalid_regexp", "`{regexp}` is no regular expression");

    private readonly HashSet<string> _entities;
    private readonly HashSet<string>? _names;

    private EventFilter(HashSet<string> entities, HashSet<string>? names) => (_entities, _names) = (entities, names);

    /// <summary>The keys of the entities that the listener asked for.</summary>
    public IReadOnlyCollection<string> Entities => _entities;

    /// <summary>The names that the listener's list stands for; null when it gave none.</summary>
    public IReadOnlyCollection<string>? Names => _names;

    /// <summary>Reads the filter of a request for a stream; refuses one without identifiers or with names that no event has.</summary>
    public static EventFilter Read(JsonObject request)
    {
        var entities = (request["identifiers"] as JsonArray ?? []).SelectMany(i => EntityKeys.Of(i!.AsObject()).Take(1)).ToHashSet(StringComparer.Ordinal);
        if (entities.Count == 0)
            throw NoIdentifiers.Raise();
        var names = request["names"] is JsonArray list ? list.SelectMany(n => Expand(n!.ToString())).ToHashSet(StringComparer.Ordinal) : null;
        return new EventFilter(entities, names);
    }

    public bool Matches(JsonObject occurrence) =>
        (_names is null || _names.Contains(occurrence.Text("name")))
        && Keys(occurrence).Any(_entities.Contains);

    /// <summary>Whether an event is about an entity, or about a device of that application.</summary>
    public static bool IsAbout(JsonObject occurrence, string key) => Keys(occurrence).Contains(key);

    private static IEnumerable<string> Keys(JsonObject occurrence) => occurrence["identifiers"]!.AsArray().SelectMany(i => EntityKeys.Of(i!.AsObject()));

    private static IEnumerable<string> Expand(string name)
    {
        if (name.Length < 2 || name[0] != '/' || name[^1] != '/')
            return EventNames.All.Contains(name) ? [name] : throw UnknownName.With("name", name).Raise();
        var expression = Compile(name);
        var matching = EventNames.All.Where(n => expression.IsMatch(n)).ToArray();
        return matching.Length > 0 ? matching : throw NoMatchingEvents.With("regexp", name).Raise();
    }

    private static Regex Compile(string name)
    {
        try
        {
            return new Regex(name[1..^1], RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw InvalidExpression.With("regexp", name).Raise();
        }
    }
}
