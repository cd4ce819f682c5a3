namespace TheThingsStack.Benchmarks.Rivals.SourceGen;

// What is sent, as one writes it by hand.
internal sealed class DeviceUpdate
{
    public EndDevice? EndDevice { get; set; }
    public Mask? FieldMask { get; set; }
}

internal sealed class Mask
{
    public List<string>? Paths { get; set; }
}

internal sealed class StreamRequest
{
    public List<EntityIdentifiers>? Identifiers { get; set; }
}

internal sealed class DownlinkQueue
{
    public List<Downlink>? Downlinks { get; set; }
}

internal sealed class Downlink
{
    public int? FPort { get; set; }
    public byte[]? FrmPayload { get; set; }
}
