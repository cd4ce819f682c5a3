namespace TheThingsStack.Emulator.Recording;

/// <summary>Keeps the latest requests, within a number and a size, so that a long run stays small.</summary>
internal sealed class RequestRecorder(int maxCount = 1000, long maxBytes = 32 * 1024 * 1024)
{
    private readonly object _gate = new();
    private readonly Queue<RecordedRequest> _requests = new();
    private long _bytes;

    public void Add(RecordedRequest request)
    {
        lock (_gate)
        {
            _requests.Enqueue(request);
            _bytes += request.Body.Length;
            while (_requests.Count > maxCount || (_bytes > maxBytes && _requests.Count > 1))
                _bytes -= _requests.Dequeue().Body.Length;
        }
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
            return [.. _requests];
    }
}
