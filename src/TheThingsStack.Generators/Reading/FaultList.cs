using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Reading;

/// <summary>Collects faults while a reference is read and bound.</summary>
internal sealed class FaultList
{
    private const int Most = 200;

    private readonly List<Fault> _faults = [];

    // A part that several others take in is read several times.
    private readonly HashSet<(FaultKind Kind, int Offset, string Argument)> _seen = [];
    private bool _isFull;

    public IReadOnlyList<Fault> Faults => _faults;

    public void Add(FaultKind kind, int offset, string argument)
    {
        if ((_isFull && !IsFatal(kind)) || !_seen.Add((kind, offset, argument)))
            return;

        // A document can be wrong in as many places as it has bytes; nobody reads beyond the first few.
        if (IsFatal(kind) || _faults.Count < Most)
        {
            _faults.Add(new(kind, offset, Shorten(argument)));
        }
        else
        {
            _isFull = true;
            _faults.Add(new(FaultKind.Unsupported, offset, $"to list more than {Most} faults of one reference; there are others from here on"));
        }
    }

    private static bool IsFatal(FaultKind kind) => kind is FaultKind.NotJson or FaultKind.NotAReference or FaultKind.UnknownService or FaultKind.Internal;

    private static string Shorten(string argument) => argument.Length > Limits.LongestText ? argument.Substring(0, Limits.LongestText) + "…" : argument;
}
