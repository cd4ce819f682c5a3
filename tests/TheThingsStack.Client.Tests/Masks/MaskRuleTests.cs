using System.Reflection;
using TheThingsStack.V3;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Masks;

/// <summary>The rule of every RPC that takes a mask, as the client holds it.</summary>
public sealed class MaskRuleTests(ITestOutputHelper output)
{
    [Fact]
    public void Rules_OfEveryRpcWithAMask_AcceptTheirFieldsAndRefuseWhatIsElsewhere()
    {
        var holders = typeof(TheThingsStackClient).Assembly.GetExportedTypes()
            .Where(t => t.IsNested && t.GetProperty("Rule", BindingFlags.Public | BindingFlags.Static) is not null).ToList();
        var check = typeof(MaskRuleTests).GetMethod(nameof(Check), BindingFlags.NonPublic | BindingFlags.Static)!;

        var results = holders.Select(holder => (string)check.MakeGenericMethod(holder.GetProperty("Rule")!.PropertyType.GenericTypeArguments[0])
            .Invoke(null, [holder.GetProperty("Rule")!.GetValue(null)])!).Order(StringComparer.Ordinal).ToList();

        results.ForEach(output.WriteLine);
        Assert.Equal(76, results.Count);
        Assert.Equal(21, results.Count(r => r.Contains("refused", StringComparison.Ordinal)));
    }

    [Fact]
    public void Check_RefusedPath_NamesTheRpcThatHasIt()
    {
        var refused = Assert.Throws<FieldMaskException>(() => EndDeviceRegistryClient.Get.Rule.Check([EndDevice.Paths.Name, EndDevice.Paths.RootKeys, EndDevice.Paths.MacState.QueuedJoinAccept]));

        Assert.Equal("EndDeviceRegistry/Get", refused.Rpc);
        Assert.Equal(["mac_state.queued_join_accept", "root_keys"], refused.Paths.Select(p => p.Path).Order());
        Assert.Contains("root_keys is held by the Join Server: read it with JsEndDeviceRegistry/Get.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("mac_state.queued_join_accept cannot be read: no RPC takes it.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TwoMembersOfAOneof_IsRefusedForReadsToo()
    {
        var mode = EndDevice.Paths.MacSettings.Adr.Mode;

        Assert.Throws<FieldMaskException>(() => NsEndDeviceRegistryClient.Get.Rule.Check([mode.Dynamic.Margin, mode.Static.DataRateIndex]));
        NsEndDeviceRegistryClient.Get.Rule.Check([mode.Dynamic.Margin, mode.Dynamic.MinNbTrans]);
        NsEndDeviceRegistryClient.Get.Rule.Check([mode, mode.Dynamic.Margin, mode.Static.DataRateIndex]);
    }

    [Fact]
    public void CheckWrite_NoMask_IsWhatIsSet()
    {
        var device = new EndDevice
        {
            Ids = new() { ApplicationIds = "app1", DeviceId = "dev1" },
            CreatedAt = DateTimeOffset.UtcNow,
            MacSettings = new()
            {
                Rx1Delay = RxDelay.RxDelay5,
                FactoryPresetFrequencies = [868100000],
                Adr = new() { Dynamic = new() { Margin = 12 } },
                DesiredRx2Frequency = 869525000,
            },
            SupportsClassC = false,
        };

        var mask = NsEndDeviceRegistryClient.Set.Rule.CheckWrite(null, device);

        Assert.Equal(
            FieldMask<EndDevice>.Parse("mac_settings.rx1_delay,mac_settings.factory_preset_frequencies,mac_settings.adr.mode.dynamic,mac_settings.desired_rx2_frequency,supports_class_c"),
            mask);
    }

    [Fact]
    public void CheckWrite_AcceptedOnlyWhole_NamesTheWhole()
    {
        var device = new EndDevice { Picture = new() { Embedded = new() { MimeType = "image/png", Data = [1] } } };

        Assert.Equal("picture", EndDeviceRegistryClient.Update.Rule.CheckWrite(null, device).ToString());
    }

    [Fact]
    public void CheckWrite_SetPropertyOfAnotherServer_IsRefusedNotDropped()
    {
        var refused = Assert.Throws<FieldMaskException>(() => EndDeviceRegistryClient.Update.Rule.CheckWrite(null, new() { Name = "x", FrequencyPlanId = "EU_863_870" }));

        Assert.Contains("frequency_plan_id is held by the Network Server: write it with NsEndDeviceRegistry/Set.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckWrite_NothingSet_IsRefused() =>
        Assert.Throws<FieldMaskException>(() => EndDeviceRegistryClient.Update.Rule.CheckWrite(null, new() { Ids = new() { DeviceId = "dev1" } }));

    [Fact]
    public void CheckWrite_ApiKeyThatWouldBeDeleted_IsRefused()
    {
        var rule = ApplicationAccessClient.UpdateApiKey.Rule;
        ApiKey named = new() { Id = "K", Name = "door" };

        Assert.Equal("name", rule.CheckWrite(null, new() { Name = "door" }).ToString());
        Assert.Throws<FieldMaskException>(() => rule.CheckWrite(FieldMask<ApiKey>.Empty, named));
        Assert.Throws<FieldMaskException>(() => rule.CheckWrite([ApiKey.Paths.Name, ApiKey.Paths.Rights], named));
        Assert.Throws<FieldMaskException>(() => rule.CheckWrite(null, new() { Name = "door", Rights = [] }));
        rule.CheckWrite([ApiKey.Paths.Name], named);
        rule.CheckWrite([ApiKey.Paths.Rights], new() { Rights = [Right.ApplicationInfo] });
        rule.CheckWrite(FieldMask<ApiKey>.Empty, new() { Name = "door", Rights = [Right.ApplicationInfo] });
    }

    [Fact]
    public void CheckWrite_ValueOfAWrapper_NeedsAValue()
    {
        var delay = EndDevice.Paths.MacSettings.Rx1Delay;
        EndDevice with = new() { MacSettings = new() { Rx1Delay = RxDelay.RxDelay1 } };

        Assert.Throws<FieldMaskException>(() => NsEndDeviceRegistryClient.Set.Rule.CheckWrite([delay.Value], new()));
        NsEndDeviceRegistryClient.Set.Rule.CheckWrite([delay], new());
        NsEndDeviceRegistryClient.Set.Rule.CheckWrite([delay.Value], with);
    }

    [Fact]
    public void CheckWrite_RefusedChildBelowAnAcceptedParent_IsRefused()
    {
        EndDevice device = new() { Session = new() { DevAddr = DevAddr.Parse("26000001"), Keys = new() { AppSKey = new() { Key = default(AesKey) } } } };

        var refused = Assert.Throws<FieldMaskException>(() => NsEndDeviceRegistryClient.Set.Rule.CheckWrite([EndDevice.Paths.Session], device));

        Assert.Equal("session.keys.app_s_key.key", Assert.Single(refused.Paths).Path);
    }

    private static string Check<T>(FieldMaskRule<T> rule)
        where T : class, IFieldMaskTarget<T>
    {
        rule.Check(rule.Fields);
        Assert.All(rule.Allowed, path => Assert.True(rule.Fields.Covers(path)));
        var all = Enumerable.Range(0, T.FieldPaths.Count).Select(i => new FieldPath<T>(i)).ToList();
        var outside = all.Where(path => !rule.Allows(path)).ToList();
        if (outside.Count == 0)
            return $"{rule.Rpc}: {all.Count} paths, all accepted; {rule.Fields}";
        var refused = Assert.Throws<FieldMaskException>(() => rule.Check(FieldMask.Create<T>([rule.Allowed.First(), outside[0]])));
        Assert.Equal(outside[0].ToString(), Assert.Single(refused.Paths).Path);
        return $"{rule.Rpc}: {rule.Allowed.Count} of {all.Count} paths; refused: {refused.Paths[0].Reason}";
    }
}
