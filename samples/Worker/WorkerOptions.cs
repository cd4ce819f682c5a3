namespace Worker;

/// <summary>What to follow.</summary>
internal sealed class WorkerOptions
{
    public string Application { get; set; } = "";

    public string Device { get; set; } = "";

    /// <summary>How many past events to see first.</summary>
    public uint Tail { get; set; }

    /// <summary>After how many uplinks to end; null for never.</summary>
    public int? EndAfter { get; set; }
}
