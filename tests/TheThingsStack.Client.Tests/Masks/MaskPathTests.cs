using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.V3;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Masks;

public class MaskPathTests(ITestOutputHelper output)
{
    [Fact]
    public void Trees_OfEveryMessageThatAMaskSelectsFrom_HaveTheServersPaths()
    {
        var count = 0;
        foreach (var message in ApiReference.MaskTargets)
        {
            var tree = MaskAccess.For(message).Tree;
            var expected = MaskGrammar.Paths(message).Select(p => p.Text).ToList();
            Assert.Equal(expected, Enumerable.Range(0, tree.Count).Select(tree.Path));
            for (var i = 0; i < expected.Count; i++)
            {
                Assert.True(tree.TryFind(expected[i], out var index) && index == i, expected[i]);
                Assert.Equal(expected.Count(p => p.StartsWith(expected[i] + ".", StringComparison.Ordinal)), tree.CountBelow(i));
            }

            count += expected.Count;
        }

        output.WriteLine($"{ApiReference.MaskTargets.Count} messages, {count} paths");
        Assert.Equal(753, MaskGrammar.Paths("EndDevice").Length);
    }

    [Fact]
    public void Builders_WalkedFromEveryMessage_MeetEveryPathInOrder()
    {
        foreach (var message in ApiReference.MaskTargets)
            Assert.Equal(MaskGrammar.Paths(message).Select(p => p.Text), MaskAccess.For(message).Walk());
    }

    [Fact]
    public void Rules_OfEveryRpcWithAMask_AllowWhatTheServerAllows()
    {
        var count = 0;
        foreach (var rpc in ApiReference.Rpcs.Where(r => r.MaskMessage is not null))
        {
            Assert.Equal(rpc.MaskPaths.Select(p => p.Text), MaskAccess.For(rpc.MaskMessage!).Allowed(rpc));
            count++;
        }

        Assert.Equal(76, count);
    }

    [Fact]
    public void Paths_OfAnEndDevice_AreThoseThatTheirNamesSay()
    {
        FieldMask<EndDevice> mask =
        [
            EndDevice.Paths.MacSettings.Adr.Mode.Dynamic.ChannelSteering.Mode.LoraNarrow,
            EndDevice.Paths.MacSettings.Rx1Delay.Value,
            EndDevice.Paths.MacSettings.Rx1Delay,
            EndDevice.Paths.MacSettings.Supports32BitFCnt,
            EndDevice.Paths.Session.Keys.FNwkSIntKey.Key,
            EndDevice.Paths.Ids.ApplicationIds,
            EndDevice.Paths.Attributes,
        ];
        Assert.Equal(
            "ids.application_ids,attributes,mac_settings.rx1_delay,mac_settings.rx1_delay.value,mac_settings.supports_32_bit_f_cnt,"
            + "mac_settings.adr.mode.dynamic.channel_steering.mode.lora_narrow,session.keys.f_nwk_s_int_key.key",
            mask.ToString());
    }

    [Fact]
    public void StaticMask_AndLambda_AreEqual()
    {
        Func<V3.Paths.EndDevicePaths, FieldMask<EndDevice>> lambda = d => [d.Locations, d.Name];
        Assert.Equal(Shared.Mask, lambda(default));
        Assert.Equal(Shared.Mask.GetHashCode(), lambda(default).GetHashCode());
        Assert.Equal(Shared.Mask, FieldMask<EndDevice>.Parse("name, locations"));
    }

    private static class Shared
    {
        public static readonly FieldMask<EndDevice> Mask = [EndDevice.Paths.Name, EndDevice.Paths.Locations];
    }
}
