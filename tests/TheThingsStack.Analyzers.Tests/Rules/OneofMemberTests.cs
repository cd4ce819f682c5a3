namespace TheThingsStack.Analyzers.Tests.Rules;

/// <summary>Oneofs of objects; those of masks are with the rule's other tests.</summary>
public class OneofMemberTests
{
    [Fact]
    public Task Initializer_TwoMembers_IsFlaggedAtTheSecond() => Verify.Statements("""
        var adr = new AdrSettings { Static = new() { NbTrans = 1 }, {|TTS2204:Dynamic|} = new() { Margin = 5 } };
        Console.WriteLine(adr);
        """);

    [Fact]
    public Task Initializer_OfAMessageThatNoMaskSelectsFrom_IsFlagged() => Verify.Statements("""
        var ids = new OrganizationOrUserIdentifiers { OrganizationIds = new() { OrganizationId = "org1" }, {|TTS2204:UserIds|} = new() { UserId = "me" } };
        Console.WriteLine(ids);
        """);

    [Fact]
    public Task Initializer_WithinAnother_IsFlagged() => Verify.Statements("""
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice
        {
            Ids = new() { DeviceId = "dev1" },
            MacSettings = new() { Adr = new() { Disabled = new(), {|TTS2204:Dynamic|} = new() } },
        });
        """);

    [Fact]
    public Task Assignments_OneAfterTheOther_AreFlagged() => Verify.Statements("""
        var adr = new AdrSettings();
        adr.Static = new();
        adr.{|TTS2204:Dynamic|} = new() { Margin = 5 };
        Console.WriteLine(adr);
        """);

    [Fact]
    public Task Assignments_ThroughAnEntity_AreFlagged() => Verify.Statements("""
        var device = new EndDevice { Ids = new() { DeviceId = "dev1" }, MacSettings = new() { Adr = new() { Static = new() } } };
        device.MacSettings.Adr.{|TTS2204:Dynamic|} = new();
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.MacSettings.Adr]);
        """);

    [Fact]
    public Task Initializer_OneMemberOrNull_IsSilent() => Verify.File("""
        class Program
        {
            AdrSettings One() => new() { Dynamic = new() { Margin = 5 } };

            AdrSettings WithNull() => new() { Static = null, Dynamic = new() };

            AdrSettings Either(bool isStatic) => new() { Static = isStatic ? new() : null, Dynamic = isStatic ? null : new() };

            AdrSettings Given(AdrSettingsStaticMode? fixedMode, AdrSettingsDynamicMode? dynamic) => new() { Static = fixedMode, Dynamic = dynamic };

            ApplicationUp Other() => new() { UplinkMessage = new(), ReceivedAt = default(Timestamp), CorrelationIds = [] };
        }
        """);

    [Fact]
    public Task Assignments_InBranches_AreSilent() => Verify.Statements("""
        var adr = new AdrSettings();
        if (Environment.GetCommandLineArgs().Length > 1)
            adr.Static = new();
        else
            adr.Dynamic = new();
        Console.WriteLine(adr);
        """);

    [Fact]
    public Task Assignments_OfWhichOneIsTakenBack_AreSilent() => Verify.Statements("""
        var adr = new AdrSettings { Static = new() };
        adr.Static = null;
        adr.Dynamic = new();
        var other = new AdrSettings { Static = new() };
        other.Dynamic = new();
        other.Static = null;
        Console.WriteLine($"{adr}{other}");
        """);

    [Fact]
    public Task Assignments_ToTwoObjects_AreSilent() => Verify.Statements("""
        var first = new AdrSettings();
        var second = new AdrSettings();
        first.Static = new();
        second.Dynamic = new();
        foreach (var id in Environment.GetCommandLineArgs())
        {
            var adr = new AdrSettings();
            if (id.Length > 3)
            {
                adr.Static = new();
                continue;
            }

            adr.Dynamic = new();
        }

        Console.WriteLine($"{first}{second}");
        """);

    [Fact]
    public Task Types_WithNestedEnumsOfTheirOwn_AreSilent() => Verify.File("""
        class Choice
        {
            public enum KindOneofCase { None, A, B }

            public string? A { get; set; }

            public string? B { get; set; }

            public static Choice Both() => new() { A = "a", B = "b" };
        }
        """);

    [Theory]
    [InlineData(0, "var adr = new AdrSettings { Static = new() };")]
    [InlineData(1, "var adr = new AdrSettings { Dynamic = new() };")]
    public Task Fix_KeepsOneMember(int action, string expected) => Verify.FixStatements<OneofMemberFix>(
        """
        var adr = new AdrSettings { Static = new(), {|TTS2204:Dynamic|} = new() };
        Console.WriteLine(adr);
        """,
        expected + "\nConsole.WriteLine(adr);",
        action);

    [Fact]
    public Task Fix_RemovesAStatement() => Verify.FixStatements<OneofMemberFix>(
        """
        var adr = new AdrSettings { Static = new() };
        adr.{|TTS2204:Dynamic|} = new() { Margin = 5 };
        Console.WriteLine(adr);
        """,
        """
        var adr = new AdrSettings { Static = new() };
        Console.WriteLine(adr);
        """);
}
