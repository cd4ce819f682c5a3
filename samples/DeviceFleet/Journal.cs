namespace DeviceFleet;

/// <summary>The devices that are done, one id a line. A device that was done but not noted before a crash is done again, which changes nothing.</summary>
internal sealed class Journal : IDisposable
{
    private readonly HashSet<string> _done;
    private readonly StreamWriter _writer;

    private Journal(HashSet<string> done, StreamWriter writer)
    {
        _done = done;
        _writer = writer;
    }

    /// <summary>How many devices earlier runs had done.</summary>
    public int Before => _done.Count;

    public static Journal Open(string file, bool startAnew)
    {
        if (startAnew)
            File.Delete(file);

        // The last line of a run that was killed may be half an id, which is no id of the file: it does no harm.
        HashSet<string> done = File.Exists(file) ? [.. File.ReadLines(file).Where(static id => id.Length > 0)] : [];
        var writer = new StreamWriter(file, append: true) { AutoFlush = true };
        writer.WriteLine();
        return new(done, writer);
    }

    public bool Contains(string deviceId) => _done.Contains(deviceId);

    public void Add(string deviceId) => _writer.WriteLine(deviceId);

    public void Dispose() => _writer.Dispose();
}
