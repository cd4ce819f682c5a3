namespace TheThingsStack.Analyzers.Tests.Rules;

public class LostUpdateTests
{
    [Fact]
    public Task Update_PropertyThatTheMaskDoesNotName_IsFlagged() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", {|TTS2201:Description|} = "y" }, d => [d.Name]);
        """);

    [Fact]
    public Task Update_PropertiesOfALocal_AreFlaggedWhereTheyAreSet() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" };
        device.{|TTS2201:Description|} = "y";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        """);

    [Fact]
    public Task Update_InABranchOfAMethodWithAttributesAndDefaultValues_IsFlagged() => Verify.File("""
        class Program
        {
            [System.ComponentModel.Description("Renames.")]
            async Task Run(TheThingsStackClient stack, string name = "x")
            {
                var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = name };
                if (name.Length > 1)
                    device.{|TTS2201:Description|} = "y";
                await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
            }
        }
        """);

    [Fact]
    public Task Set_NestedProperties_AreFlaggedOneByOne() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice
        {
            Ids = new() { DeviceId = "dev1" },
            FrequencyPlanId = "EU_863_870",
            MacSettings = new() { {|TTS2201:Rx1Delay|} = RxDelay.RxDelay5, {|TTS2201:Rx2Frequency|} = 869525000 },
        }, d => [d.FrequencyPlanId]);
        """);

    [Fact]
    public Task Set_PartOfAMessage_IsFlaggedForTheOtherParts() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() };
        device.MacSettings.Rx1Delay = RxDelay.RxDelay5;
        device.MacSettings!.{|TTS2201:Rx2Frequency|} = 869525000;
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.MacSettings.Rx1Delay]);
        """);

    [Fact]
    public Task Set_MemberOfAOneof_IsFlaggedWhole() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice
        {
            Ids = new() { DeviceId = "dev1" },
            FrequencyPlanId = "EU_863_870",
            MacSettings = new() { Adr = new() { {|TTS2201:Dynamic|} = new() { Margin = 10 } } },
        }, d => [d.FrequencyPlanId]);
        """);

    [Fact]
    public Task Update_PropertyThatIsSetUnderACondition_IsFlagged() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" };
        if (Environment.GetCommandLineArgs().Length > 1)
            device.{|TTS2201:Description|} = "y";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        """);

    [Fact]
    public Task Update_PropertyThatNoBranchOfTheMaskNames_IsFlagged() => Verify.Statements("""
        var all = Environment.GetCommandLineArgs().Length > 1;
        FieldMask<EndDevice> mask = all ? [EndDevice.Paths.Name] : FieldMask<EndDevice>.Empty;
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", {|TTS2201:Description|} = "y" }, mask);
        """);

    [Fact]
    public Task Update_OfWhatWasRead_IsFlaggedForWhatIsSetOnIt() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.Description]);
        device.Name = "x";
        device.{|TTS2201:Description|} += "y";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        """);

    [Fact]
    public Task Update_ItemThatIsAddedToAMap_IsFlagged() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.Attributes]);
        device.Name = "x";
        device.{|TTS2201:Attributes|}!["room"] = "12";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        """);

    [Fact]
    public Task Update_InALoop_IsFlagged() => Verify.Statements("""
        foreach (var id in Environment.GetCommandLineArgs())
        {
            var device = new EndDevice { Ids = new() { DeviceId = id } };
            device.Name = id;
            device.{|TTS2201:SerialNumber|} = id;
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        }
        """);

    [Fact]
    public Task Update_InALambda_IsFlagged() => Verify.Statements("""
        await Parallel.ForEachAsync(Environment.GetCommandLineArgs(), async (id, cancellation) =>
        {
            var device = new EndDevice { Ids = new() { DeviceId = id }, Name = id, {|TTS2201:SerialNumber|} = id };
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name], cancellationToken: cancellation);
        });
        """);

    [Fact]
    public Task WholeDevice_PropertyThatTheMaskDoesNotName_IsFlagged() => Verify.Statements("""
        await stack.Devices.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", {|TTS2201:FrequencyPlanId|} = "EU_863_870" }, d => [d.Name]);
        """);

    [Fact]
    public Task Update_MaskInAStaticField_IsFlaggedWhereThePropertyIsSet() => Verify.File("""
        static class Devices
        {
            private static readonly FieldMask<EndDevice> Editable = [EndDevice.Paths.Name];

            public static Task<EndDevice> Rename(TheThingsStackClient stack, EndDeviceIdentifiers ids, string name, string note) =>
                stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = name, {|TTS2201:Description|} = note }, Editable);
        }
        """);

    [Fact]
    public Task Update_PathAboveTheProperty_IsSilent() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Rx1Delay = RxDelay.RxDelay5, Rx2Frequency = 1 } }, d => [d.MacSettings]);
        """);

    [Fact]
    public Task Update_ValueOfAWrapper_IsSilent() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Rx1Delay = RxDelay.RxDelay5 } }, d => [d.MacSettings.Rx1Delay.Value]);
        """);

    [Fact]
    public Task Update_OneofThatTheMemberBelongsTo_IsSilent() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Adr = new() { Dynamic = new() { Margin = 1 } } } }, d => [d.MacSettings.Adr.Mode]);
        """);

    [Fact]
    public Task Update_PathBelowTheProperty_IsSilent() => Verify.Statements("""
        var settings = new MacSettings { Rx1Delay = RxDelay.RxDelay5 };
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = settings }, d => [d.MacSettings.Rx1Delay]);
        """);

    [Fact]
    public Task Update_WhatSaysWhichEntityItIs_IsSilent() => Verify.Statements("""
        await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY", Name = "x" }, k => [k.Name]);
        await stack.ApplicationWebhookRegistry.SetAsync(new ApplicationWebhook { Ids = new() { WebhookId = "hook" }, CreatedAt = null, BaseUrl = "https://example.com" }, w => [w.BaseUrl]);
        await stack.ManagedGatewayWiFiProfileConfigurationService.UpdateAsync(new ManagedGatewayWiFiProfile { ProfileId = "p", ProfileName = "x" }, p => [p.ProfileName], userId: "me");
        """);

    [Fact]
    public Task Update_ExplicitNull_IsSilent() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", Description = null, Locations = default }, d => [d.Name]);
        """);

    [Fact]
    public Task Update_WithoutMask_IsSilent() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", Description = "y" });
        """);

    [Fact]
    public Task Update_MaskThatIsNotSeen_IsSilent() => Verify.File("""
        class Program
        {
            Task<EndDevice> Run(TheThingsStackClient stack, FieldMask<EndDevice> mask) =>
                stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Description = "y" }, mask);
        }
        """);

    [Fact]
    public Task Update_OneBranchOfTheMaskNamesIt_IsSilent() => Verify.Statements("""
        var all = Environment.GetCommandLineArgs().Length > 1;
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" };
        if (all)
            device.Description = "y";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => all ? [d.Name, d.Description] : [d.Name]);
        """);

    [Fact]
    public Task TwoUpdates_OfOneObjectWithAPartEach_AreSilent() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", FrequencyPlanId = "EU_863_870" };
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.FrequencyPlanId]);
        """);

    [Fact]
    public Task Update_AfterCreateSentAll_IsSilent() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", Description = "y" };
        await stack.EndDeviceRegistry.CreateAsync(device);
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        """);

    [Fact]
    public Task Update_ObjectThatEscapes_IsSilent() => Verify.File("""
        class Program
        {
            private EndDevice? _last;

            async Task<EndDevice> Run(TheThingsStackClient stack)
            {
                var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", Description = "y" };
                await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
                return device;
            }

            async Task Store(TheThingsStackClient stack)
            {
                var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", Description = "y" };
                await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
                _last = device;
            }

            async Task Pass(TheThingsStackClient stack, Action<EndDevice> rest)
            {
                var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", Description = "y" };
                rest(device);
                await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
            }

            async Task Capture(TheThingsStackClient stack)
            {
                var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", Description = "y" };
                await Task.Run(() => Console.WriteLine(device.Description));
                await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
            }
        }
        """);

    [Fact]
    public Task Update_PropertyThatIsReadAfterwards_IsSilent() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", FrequencyPlanId = "EU_863_870" };
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = device.Ids, FrequencyPlanId = device.FrequencyPlanId }, d => [d.FrequencyPlanId]);
        """);

    [Fact]
    public Task Update_PropertyThatIsSetAfterIt_IsSilent() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" };
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        device.Description = "y";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Description, d.Name]);
        """);

    [Fact]
    public Task Update_InAnotherBranch_IsSilent() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" } };
        if (Environment.GetCommandLineArgs().Length > 1)
        {
            device.Description = "y";
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Description]);
            return;
        }

        device.Name = "x";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        """);

    [Fact]
    public Task Update_ObjectFromElsewhere_IsSilent() => Verify.File("""
        class Program
        {
            Task<EndDevice> Run(TheThingsStackClient stack, EndDevice device)
            {
                device.Description = "y";
                return stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
            }
        }
        """);

    [Fact]
    public Task Update_ThatStopsForNothing_IsSilent() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" };
        try
        {
            device.Description = "y";
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);
        }
        catch (TheThingsStackException)
        {
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);
        }
        """);

    [Fact]
    public Task WholeDevice_MaskWithPathsOfSeveralServers_IsSilent() => Verify.Statements("""
        await stack.Devices.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", FrequencyPlanId = "EU_863_870" }, d => [d.Name, d.FrequencyPlanId]);
        """);

    [Fact]
    public async Task Message_NamesThePathAndTheCall() => Assert.Equal(
        ["'mac_settings.rx1_delay' is set, but the mask of NsEndDeviceRegistry/Set does not name it: it is not stored"],
        await Verify.Messages("""
            await stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, FrequencyPlanId = "EU", MacSettings = new() { Rx1Delay = RxDelay.RxDelay5 } }, d => [d.FrequencyPlanId]);
            """));

    [Fact]
    public Task Fix_AddsThePathToTheMask() => Verify.FixStatements<LostUpdateFix>(
        """
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", {|TTS2201:Description|} = "y", {|TTS2201:SerialNumber|} = "7" }, d => [d.Name]);
        """,
        """
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x", Description = "y", SerialNumber = "7" }, d => [d.Name, d.Description, d.SerialNumber]);
        """);

    [Fact]
    public Task Fix_OfAPartOfAMessage_AddsTheParts() => Verify.FixStatements<LostUpdateFix>(
        """
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice
        {
            Ids = new() { DeviceId = "dev1" },
            MacSettings = new() { {|TTS2201:Rx1Delay|} = RxDelay.RxDelay5, Adr = new() { {|TTS2201:Dynamic|} = new() { Margin = 10 } } },
        }, d => []);
        """,
        """
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice
        {
            Ids = new() { DeviceId = "dev1" },
            MacSettings = new() { Rx1Delay = RxDelay.RxDelay5, Adr = new() { Dynamic = new() { Margin = 10 } } },
        }, d => [d.MacSettings.Rx1Delay, d.MacSettings.Adr.Mode.Dynamic]);
        """);

    [Fact]
    public Task Fix_OfMasksInOtherForms_AddsThePath() => Verify.Fix<LostUpdateFix>(
        """
        static class Devices
        {
            private static readonly FieldMask<EndDevice> Editable =
            [
                EndDevice.Paths.Name,
            ];

            public static Task<EndDevice> Static(TheThingsStackClient stack, EndDeviceIdentifiers ids) =>
                stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = "x", {|TTS2201:Description|} = "y" }, Editable);

            public static Task<EndDevice> Text(TheThingsStackClient stack, EndDeviceIdentifiers ids) =>
                stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = "x", {|TTS2201:Description|} = "y" }, {|TTS2301:FieldMask<EndDevice>.Parse("name")|});

            public static Task<EndDevice> Of(TheThingsStackClient stack, EndDeviceIdentifiers ids)
            {
                var mask = FieldMask.Of<EndDevice>(EndDevice.Paths.Name);
                return stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = "x", {|TTS2201:Description|} = "y" }, mask);
            }
        }
        """,
        """
        static class Devices
        {
            private static readonly FieldMask<EndDevice> Editable =
            [
                EndDevice.Paths.Name,
                EndDevice.Paths.Description,
            ];

            public static Task<EndDevice> Static(TheThingsStackClient stack, EndDeviceIdentifiers ids) =>
                stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = "x", Description = "y" }, Editable);

            public static Task<EndDevice> Text(TheThingsStackClient stack, EndDeviceIdentifiers ids) =>
                stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = "x", Description = "y" }, {|TTS2301:FieldMask<EndDevice>.Parse("name,description")|});

            public static Task<EndDevice> Of(TheThingsStackClient stack, EndDeviceIdentifiers ids)
            {
                var mask = FieldMask.Of<EndDevice>(EndDevice.Paths.Name, EndDevice.Paths.Description);
                return stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = "x", Description = "y" }, mask);
            }
        }
        """);
}
