using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Reading;

/// <summary>Collects faults while a reference is read and bound.</summary>
internal sealed class FaultList
{
    private const int Most = 200;

    private readonly List<Fault> _faults = [];
    private readonly HashSet<Fault> _seen = [];

    /// <summary>Turns an offset into line and column; set by whoever holds the text.</summary>
    public Func<int, (int Line, int Column)> Locate { get; set; } = static _ => (0, 0);

    public IReadOnlyList<Fault> Faults => _faults;

    public void Add(FaultKind kind, int offset, string argument)
    {
        if (_faults.Count >= Most)
            return;
        var (line, column) = Locate(offset);
        AddAt(kind, line, column, argument);
    }

    public void AddAt(FaultKind kind, int line, int column, string argument)
    {
        // A document can be wrong in as many places as it has bytes; nobody reads beyond the first few.
        // A part that several others take in is read several times.
        var fault = new Fault(kind, line, column, argument);
        if (_faults.Count < Most && _seen.Add(fault))
            _faults.Add(fault);
    }
}
