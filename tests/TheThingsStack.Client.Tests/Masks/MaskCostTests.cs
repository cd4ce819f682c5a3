using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Masks;

public sealed class MaskCostTests
{
    private static readonly FieldMask<EndDevice> Kept = [EndDevice.Paths.Name, EndDevice.Paths.Locations, EndDevice.Paths.Attributes];

    [Fact]
    public void Check_MaskInAStaticField_CostsNothing()
    {
        var rule = EndDeviceRegistryClient.Get.Rule;
        Use(rule, Kept);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Use(rule, Kept);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Lambda_Mask_IsOneArrayAndOneObject()
    {
        const int Runs = 1000;
        Func<V3.Paths.EndDevicePaths, FieldMask<EndDevice>> lambda = static d => [d.Name, d.Locations, d.MacSettings.Rx1Delay];
        Assert.Equal(3, lambda(default).Count);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Runs; i++)
            _ = lambda(default);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Runs;

        // An array of three numbers and an object of four references, with their headers.
        Assert.InRange(each, 1, 40 + 56);
    }

    private static void Use(FieldMaskRule<EndDevice> rule, FieldMask<EndDevice> mask) => _ = rule.Check(mask).ToString();
}
