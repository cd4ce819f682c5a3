namespace TheThingsStack.Analyzers.Tests.Rules;

public class UnrequestedReadTests
{
    [Fact]
    public Task Get_PropertyThatTheMaskDoesNotName_IsFlagged() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        Console.WriteLine($"{device.Name}: {device.{|TTS2203:Description|}}");
        """);

    [Fact]
    public Task Get_WithoutALocal_IsFlagged() => Verify.Statements("""
        Console.WriteLine((await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name])).{|TTS2203:Description|});
        var count = (await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]).ConfigureAwait(false)).{|TTS2203:Attributes|}?.Count;
        """);

    [Fact]
    public Task Get_ThroughATask_IsFlagged() => Verify.Statements("""
        var task = stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        var device = await task.ConfigureAwait(false) ?? throw new InvalidOperationException();
        Console.WriteLine(device.{|TTS2203:Description|});
        """);

    [Fact]
    public Task Get_ConditionalAccess_IsFlaggedAtTheLastMember() => Verify.Statements("""
        var device = await stack.NsEndDeviceRegistry.GetAsync("app1", "dev1", d => [d.FrequencyPlanId]);
        Console.WriteLine(device?.MacSettings?.{|TTS2203:Rx1Delay|} ?? RxDelay.RxDelay5);
        Console.WriteLine(device!.MacSettings!.{|TTS2203:Rx2Frequency|});
        """);

    [Fact]
    public Task Get_Patterns_AreFlagged() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        if (device is { Name: "x", {|TTS2203:Description|}: { Length: > 0 } text })
            Console.WriteLine(text);
        if (device is { VersionIds.{|TTS2203:BrandId|}: "acme" })
            Console.WriteLine("acme");
        Console.WriteLine(device switch { { {|TTS2203:SerialNumber|}: null } => "none", _ => "some" });
        """);

    [Fact]
    public Task Get_CheckForNull_IsFlagged() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        if (device.{|TTS2203:Locations|} is null)
            Console.WriteLine("nowhere");
        """);

    [Fact]
    public Task List_ItemsOfALoop_AreFlagged() => Verify.Statements("""
        var page = await stack.EndDeviceRegistry.ListAsync("app1", d => [d.Name]);
        foreach (var device in page.Items ?? [])
            Console.WriteLine($"{device.Name}: {device.{|TTS2203:Description|}}");
        Console.WriteLine(page.Items![0].{|TTS2203:Description|});
        """);

    [Fact]
    public Task List_ItemsOfALocal_AreFlagged() => Verify.Statements("""
        var devices = (await stack.EndDeviceRegistry.ListAsync("app1", d => [d.Name])).Items ?? [];
        foreach (var device in devices)
            Console.WriteLine(device.{|TTS2203:Description|});
        """);

    [Fact]
    public Task ListAll_ItemsOfAStream_AreFlagged() => Verify.Statements("""
        await foreach (var device in stack.EndDeviceRegistry.ListAllAsync("app1", d => [d.Name]).WithCancellation(default))
            Console.WriteLine(device.{|TTS2203:Description|});
        """);

    [Fact]
    public Task Search_PropertyThatIsNoFilter_IsFlagged() => Verify.Statements("""
        var found = await stack.EntityRegistrySearch.SearchApplicationsAsync(a => [a.Name], nameContains: "soil");
        foreach (var application in found.Items ?? [])
            Console.WriteLine(application.{|TTS2203:Description|});
        """);

    [Fact]
    public Task Update_AnswerHasWhatWasWritten_IsFlaggedForTheRest() => Verify.Statements("""
        var updated = await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" }, d => [d.Name]);
        Console.WriteLine($"{updated.Name} {updated.UpdatedAt} {updated.{|TTS2203:Description|}}");
        """);

    [Fact]
    public Task WholeDevice_PropertyOfAnyServer_IsFlagged() => Verify.Statements("""
        var device = await stack.Devices.GetAsync("app1", "dev1", d => [d.Name, d.MacSettings.Rx1Delay]);
        Console.WriteLine($"{device.NetworkServerAddress} {device.Ids?.DevEui} {device.MacSettings?.Rx1Delay} {device.{|TTS2203:FrequencyPlanId|}}");
        """);

    [Fact]
    public Task Get_EitherOfTwoCalls_IsFlaggedForWhatNeitherAskedFor() => Verify.Statements("""
        var first = Environment.GetCommandLineArgs().Length > 1;
        var device = first
            ? await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name])
            : await stack.EndDeviceRegistry.GetAsync("app1", "dev2", d => [d.Description]);
        Console.WriteLine($"{device.Name} {device.Description} {device.{|TTS2203:SerialNumber|}}");
        """);

    [Fact]
    public Task Get_InALocalFunction_IsFlagged() => Verify.Statements("""
        Console.WriteLine(await Describe("dev1"));

        async Task<string?> Describe(string id)
        {
            var device = await stack.EndDeviceRegistry.GetAsync("app1", id, d => [d.Name]);
            return device.{|TTS2203:Description|};
        }
        """);

    [Fact]
    public Task Get_WhatIsAskedFor_IsSilent() => Verify.Statements("""
        var device = await stack.NsEndDeviceRegistry.GetAsync("app1", "dev1", d => [d.MacSettings, d.MacState.CurrentParameters.Rx1Delay, d.FrequencyPlanId]);
        Console.WriteLine(device.MacSettings?.Rx1Delay);
        Console.WriteLine(device.MacSettings?.Adr?.Dynamic?.Margin);
        Console.WriteLine(device.MacState is null || device.MacState.CurrentParameters is null ? "none" : "some");
        Console.WriteLine(device is { MacState: { CurrentParameters.Rx1Delay: not null } });
        Console.WriteLine(device.FrequencyPlanId?.ToUpperInvariant());
        """);

    [Fact]
    public Task Get_ImplicitFields_AreSilent() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", FieldMask<EndDevice>.Empty);
        Console.WriteLine($"{device.Ids!.DevEui} {device.Ids?.ApplicationIds?.ApplicationId} {device.CreatedAt} {device.UpdatedAt}");
        var application = await stack.ApplicationRegistry.GetAsync("app1", a => [a.Name]);
        Console.WriteLine($"{application.Ids?.ApplicationId} {application.DeletedAt}");
        var hook = await stack.ApplicationWebhookRegistry.GetAsync("app1", "hook", w => [w.Headers]);
        Console.WriteLine($"{hook.BaseUrl} {hook.Format} {hook.Headers?.Count}");
        """);

    [Fact]
    public Task Get_RpcWhoseImplicitFieldsAreUnknown_IsSilent() => Verify.Statements("""
        var model = await stack.DeviceRepository.GetModelAsync("acme", "sensor", m => [m.Name]);
        Console.WriteLine(model.Description);
        """);

    [Fact]
    public Task Get_MaskThatIsNotSeen_IsSilent() => Verify.File("""
        class Program
        {
            async Task Run(TheThingsStackClient stack, FieldMask<EndDevice> mask)
            {
                var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", mask);
                Console.WriteLine(device.Description);
            }
        }
        """);

    [Fact]
    public Task Get_OneBranchOfTheMaskAsks_IsSilent() => Verify.Statements("""
        var all = Environment.GetCommandLineArgs().Length > 1;
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => all ? [d.Name, d.Description] : [d.Name]);
        if (all)
            Console.WriteLine(device.Description);
        """);

    [Fact]
    public Task Get_PropertyThatWasSetHere_IsSilent() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        device.Description = "y";
        device.Attributes ??= [];
        device.Attributes["room"] = "12";
        Console.WriteLine($"{device.Description} {device.Attributes.Count}");
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description, d.Attributes]);
        """);

    [Fact]
    public Task Get_NestedMessageThatIsMadeWhereItIsMissing_IsSilent() => Verify.Statements("""
        var device = await stack.NsEndDeviceRegistry.GetAsync("app1", "dev1", d => [d.FrequencyPlanId]);
        device.MacSettings ??= new();
        device.MacSettings.Rx1Delay = RxDelay.RxDelay5;
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.MacSettings.Rx1Delay]);
        """);

    [Fact]
    public Task Get_ObjectThatEscaped_IsSilent() => Verify.File("""
        class Program
        {
            async Task Run(TheThingsStackClient stack, Action<EndDevice> complete)
            {
                var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
                complete(device);
                Console.WriteLine(device.Description);
            }

            async Task Part(TheThingsStackClient stack, Action<EndDeviceVersionIdentifiers?> complete)
            {
                var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.VersionIds.BrandId]);
                complete(device.VersionIds);
                Console.WriteLine(device.VersionIds?.ModelId);
            }

            async Task Alias(TheThingsStackClient stack)
            {
                var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
                var same = device;
                same.Description = "y";
                Console.WriteLine(device.Description);
            }

            async Task Capture(TheThingsStackClient stack)
            {
                var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
                void Complete() => device.Description = "y";
                Complete();
                Console.WriteLine(device.Description);
            }
        }
        """);

    [Fact]
    public Task Get_LocalThatIsReplaced_IsSilent() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        Console.WriteLine(device.Name);
        device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Description]);
        Console.WriteLine(device.Description);
        device = new EndDevice();
        Console.WriteLine(device.SerialNumber);
        """);

    [Fact]
    public Task Get_EitherOfTwoCallsAsks_IsSilent() => Verify.Statements("""
        EndDevice device;
        if (Environment.GetCommandLineArgs().Length > 1)
            device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        else
            device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Description]);
        Console.WriteLine(device.Name ?? device.Description);
        """);

    [Fact]
    public Task Create_ReturnsEverything_IsSilent() => Verify.Statements("""
        var created = await stack.EndDeviceRegistry.CreateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" });
        Console.WriteLine(created.Description);
        var registered = await stack.Devices.RegisterAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" });
        Console.WriteLine(registered.Description);
        var updated = await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" });
        Console.WriteLine(updated.Description);
        """);

    [Fact]
    public Task AllPages_OfARpcThatNamesWhatItLists_AreSeen() => Verify.Statements("""
        await foreach (var gateway in stack.EntityRegistrySearch.SearchAllGatewaysAsync(g => [g.Name]))
            Console.WriteLine($"{gateway.Name} {gateway.{|TTS2203:Description|}}");
        """);

    [Fact]
    public Task Search_FieldsThatAreFilters_AreSilent() => Verify.Statements("""
        var found = await stack.EntityRegistrySearch.SearchGatewaysAsync(FieldMask<Gateway>.Empty, nameContains: "roof", attributesContain: new() { ["floor"] = "2" });
        foreach (var gateway in found.Items ?? [])
            Console.WriteLine($"{gateway.Name} {gateway.Attributes?.Count}");
        var any = await stack.EntityRegistrySearch.SearchApplicationsAsync(FieldMask<Application>.Empty, query: "soil");
        foreach (var application in any.Items ?? [])
            Console.WriteLine($"{application.Name} {application.Description}");
        """);

    [Fact]
    public Task List_ItemsThatAreHandedOn_AreSilent() => Verify.Statements("""
        var page = await stack.EndDeviceRegistry.ListAsync("app1", d => [d.Name]);
        page.Items!.ForEach(device => device.Description = "y");
        foreach (var device in page.Items)
            Console.WriteLine(device.Description);
        """);

    [Fact]
    public Task Get_NameOfAProperty_IsSilent() => Verify.Statements("""
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        Console.WriteLine(nameof(device.Description) + device.Name);
        """);

    [Fact]
    public async Task Message_OfAFieldThatAnotherServerReturns_NamesItsRpc() => Assert.Equal(
        [
            "'description' is always null here: the mask of EndDeviceRegistry/Get does not ask for it",
            "'frequency_plan_id' is always null here: EndDeviceRegistry/Get does not return it; it is held by the Network Server; read it with NsEndDeviceRegistry/Get or NsEndDeviceRegistry/ResetFactoryDefaults",
        ],
        await Verify.Messages("""
            var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
            Console.WriteLine($"{device.Description} {device.FrequencyPlanId}");
            """));

    [Fact]
    public Task Fix_AddsThePathToTheMask() => Verify.FixStatements<UnrequestedReadFix>(
        """
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        Console.WriteLine($"{device.Name}: {device.{|TTS2203:Description|}} {device.VersionIds?.{|TTS2203:BrandId|}}");
        """,
        """
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.Description, d.VersionIds.BrandId]);
        Console.WriteLine($"{device.Name}: {device.Description} {device.VersionIds?.BrandId}");
        """);

    [Fact]
    public Task Fix_BelowAMemberOfAOneof_AsksForTheMember() => Verify.FixStatements<UnrequestedReadFix>(
        """
        var device = await stack.NsEndDeviceRegistry.GetAsync("app1", "dev1", [EndDevice.Paths.FrequencyPlanId]);
        Console.WriteLine($"{device.FrequencyPlanId} {device.MacSettings?.Adr?.Dynamic?.{|TTS2203:Margin|}}");
        """,
        """
        var device = await stack.NsEndDeviceRegistry.GetAsync("app1", "dev1", [EndDevice.Paths.FrequencyPlanId, EndDevice.Paths.MacSettings.Adr.Mode.Dynamic]);
        Console.WriteLine($"{device.FrequencyPlanId} {device.MacSettings?.Adr?.Dynamic?.Margin}");
        """);

    /// <summary>A path more in the mask would clear what is stored.</summary>
    [Fact]
    public async Task Fix_OfWhatAWriteReturns_IsNotOffered() => Assert.Null(await Verify.Fixed<UnrequestedReadFix>(Verify.Around("""
        var updated = await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" }, Name = "x" }, d => [d.Name]);
        Console.WriteLine(updated.Description);
        """)));
}
