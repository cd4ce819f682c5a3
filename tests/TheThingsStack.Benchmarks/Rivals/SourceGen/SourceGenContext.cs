using System.Text.Json.Serialization;

namespace TheThingsStack.Benchmarks.Rivals.SourceGen;

/// <summary>System.Text.Json's own source generator: names in snake_case, nulls not written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EndDevice))]
[JsonSerializable(typeof(StreamedEvent))]
[JsonSerializable(typeof(StreamRequest))]
[JsonSerializable(typeof(DeviceUpdate))]
[JsonSerializable(typeof(DownlinkQueue))]
internal sealed partial class SourceGenContext : JsonSerializerContext;

/// <summary>A line of the event stream.</summary>
internal sealed class StreamedEvent
{
    public Event? Result { get; set; }
}
