using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.V3;
using TheThingsStack.V3.Paths;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>What a mask costs beside the call that it is given to: it is made, checked against the RPC's rule and written into the query.</summary>
internal sealed class MaskInCall : Benchmark
{
    // Two objects of the runtime: their headers, and what the mask holds.
    private const int ArrayOfThree = 40;
    private const int Mask = 56;

    private static readonly FieldMask<EndDevice> Kept = [EndDevice.Paths.Name, EndDevice.Paths.Locations, EndDevice.Paths.Attributes];

    public override IEnumerable<Row> Run(Settings settings)
    {
        var rule = EndDeviceRegistryClient.Get.Rule;
        Func<EndDevicePaths, FieldMask<EndDevice>> lambda = static d => [d.Name, d.Locations, d.Attributes];
        yield return Row.AtMost("allocated for a mask in a static field", 0, Rounds.Allocated(() => _ = rule.Check(Kept).ToString()), "bytes", "checked and written");
        yield return Row.AtMost("allocated for a mask as a lambda: an array and an object", ArrayOfThree + Mask, Rounds.Allocated(() => _ = rule.Check(lambda(default))), "bytes", "three paths, checked");
    }
}
