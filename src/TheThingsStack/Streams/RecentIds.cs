namespace TheThingsStack;

/// <summary>The ids that came last, as many as are to be remembered.</summary>
internal sealed class RecentIds(int count)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _inOrder = new();

    /// <summary>Remembers an id; false if it is remembered already.</summary>
    public bool Add(string? id)
    {
        if (string.IsNullOrEmpty(id) || count == 0)
            return true;
        if (!_known.Add(id))
            return false;
        _inOrder.Enqueue(id);
        if (_inOrder.Count > count)
            _known.Remove(_inOrder.Dequeue());
        return true;
    }
}
