namespace TheThingsStack.Completion.Tests;

public sealed class FieldMaskCompletionTests
{
    private const string Read = """
        static class Masks
        {
            public static void Read([StringSyntax(FieldMask.Syntax, typeof(EndDevice))] string mask, [StringSyntax("FieldMask", typeof(Application))] string other = "") { }
            public static void Plain(string text, int number = 0) { }
        }
        """;

    [Fact]
    public async Task EmptyMask_OffersTheFieldsOfTheMessage()
    {
        var names = await Names("""FieldMask<EndDevice>.Parse("$$")""");
        Assert.Contains("name", names);
        Assert.Contains("mac_settings", names);
        Assert.DoesNotContain("rx1_delay", names);
        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [InlineData("""FieldMask<EndDevice>.Parse("mac_settings.$$")""", "rx1_delay", "name")]
    [InlineData("""FieldMask<EndDevice>.Parse("mac_settings.rx$$")""", "rx1_delay", "name")]
    [InlineData("""FieldMask<EndDevice>.Parse("name,mac_settings.adr.$$")""", "mode", "dynamic")]
    [InlineData("""FieldMask<EndDevice>.Parse("name, mac_settings.adr.mode.$$,ids")""", "dynamic", "mode")]
    [InlineData("""FieldMask<EndDevice>.Parse("mac_settings.adr,$$")""", "name", "mode")]
    [InlineData("""FieldMask<EndDevice>.Parse(@"mac_settings.$$")""", "rx1_delay", "name")]
    [InlineData("FieldMask<EndDevice>.Parse(\"\"\"mac_settings.$$\"\"\")", "rx1_delay", "name")]
    [InlineData("FieldMask<EndDevice>.Parse(\"\"\"\n    name,\n    mac_settings.$$\n    \"\"\")", "rx1_delay", "name")]
    [InlineData("""FieldMask<EndDevice>.TryParse("mac_settings.$$", out _)""", "rx1_delay", "name")]
    [InlineData("""FieldMask<Application>.Parse("$$")""", "name", "mac_settings")]
    [InlineData("""Masks.Read("mac_settings.$$")""", "rx1_delay", "name")]
    [InlineData("""Masks.Read(other: "$$", mask: "name")""", "name", "mac_settings")]
    [InlineData("""Masks.Read("name", "$$")""", "name", "mac_settings")]
    [InlineData("""FieldMask<EndDevice>.Parse("name," + "mac_settings.$$")""", "rx1_delay", "name")]
    [InlineData("""FieldMask<EndDevice>.Parse("mac_settings." + "$$")""", "rx1_delay", "name")]
    [InlineData("""FieldMask<EndDevice>.Parse(flag ? "name" : "mac_settings.$$")""", "rx1_delay", "name")]
    [InlineData("""FieldMask<EndDevice>.Parse($"mac_settings.$$")""", "rx1_delay", "name")]
    [InlineData("""FieldMask<EndDevice>.Parse($"{"mac_settings"}.$$")""", "rx1_delay", "name")]
    [InlineData("""FieldMask<EndDevice>.Parse($"$$")""", "name", "rx1_delay")]
    [InlineData("""FieldMask<EndDevice>.Parse($"{flag},$$")""", "name", "rx1_delay")]
    public async Task Mask_OffersWhatLiesBelowWhatIsTyped(string expression, string offered, string notOffered)
    {
        var names = await Names(expression);
        Assert.Contains(offered, names);
        Assert.DoesNotContain(notOffered, names);
    }

    [Theory]
    [InlineData("""FieldMask<EndDevice>.Parse("nmae.$$")""")]
    [InlineData("""FieldMask<EndDevice>.Parse("name.$$")""")]
    [InlineData("""FieldMask<EndDevice>.Parse("attributes.$$")""")]
    [InlineData("""FieldMask<EndDevice>.Parse("name.rx1$$")""")]
    [InlineData("""FieldMask<EndDevice>.Parse($"{flag}.$$")""")]
    [InlineData("""FieldMask<EndDevice>.Parse(text + "$$")""")]
    [InlineData("""FieldMask<EndDevice>.Parse($$"name")""")]
    [InlineData("""FieldMask<EndDevice>.Parse("name"$$)""")]
    [InlineData("""FieldMask<EndDevice>.Parse($"{text$$}")""")]
    [InlineData("""Masks.Plain("$$")""")]
    [InlineData("""Masks.Plain("name,$$", 1)""")]
    [InlineData("""Console.WriteLine("mac_settings.$$")""")]
    [InlineData("""new Uri("https://example.com/$$")""")]
    [InlineData("""FieldMask<EndDevice>.Parse(text.Replace("$$", ""))""")]
    [InlineData("""FieldMask<string>.Parse("$$")""")]
    public async Task OtherPlaces_OfferNoPaths(string expression) => Assert.Empty(await Names(expression));

    [Theory]
    [InlineData("""FieldMask<EndDevice>.Parse("mac_settings.rx$$")""", "rx1_delay", """FieldMask<EndDevice>.Parse("mac_settings.rx1_delay")""")]
    [InlineData("""FieldMask<EndDevice>.Parse("na$$me")""", "name", """FieldMask<EndDevice>.Parse("name")""")]
    [InlineData("""FieldMask<EndDevice>.Parse("na$$,ids")""", "name", """FieldMask<EndDevice>.Parse("name,ids")""")]
    [InlineData("""FieldMask<EndDevice>.Parse("$$")""", "mac_settings", """FieldMask<EndDevice>.Parse("mac_settings")""")]
    [InlineData("""FieldMask<EndDevice>.Parse("ids, $$")""", "mac_settings", """FieldMask<EndDevice>.Parse("ids, mac_settings")""")]
    [InlineData("""FieldMask<EndDevice>.Parse("mac_settings.$$.mode")""", "adr", """FieldMask<EndDevice>.Parse("mac_settings.adr.mode")""")]
    public async Task ChosenItem_ReplacesTheSegment(string before, string item, string after) =>
        Assert.Equal(InMethod(after), await Editor.Choose(InMethod(before), item));

    [Theory]
    [InlineData("""FieldMask<EndDevice>.Parse("$$")""", '"', true)]
    [InlineData("""FieldMask<EndDevice>.Parse("ids,$$")""", ',', true)]
    [InlineData("""FieldMask<EndDevice>.Parse("mac_settings.$$")""", '.', true)]
    [InlineData("""FieldMask<EndDevice>.Parse("n$$")""", 'n', true)]
    [InlineData("""FieldMask<EndDevice>.Parse("ids, n$$")""", 'n', true)]
    [InlineData("""Masks.Plain("$$")""", '"', false)]
    [InlineData("""Masks.Plain("a", 1$$)""", '1', false)]
    public async Task TypedCharacter_OpensTheListInMasksOnly(string expression, char typed, bool opens) =>
        Assert.Equal(opens, await Editor.Opens(InMethod(expression), typed));

    [Theory]
    [InlineData("""FieldMask<EndDevice>.Parse("mac_settings.adr.$$")""", "mode", "mac_settings.adr.mode (oneof)")]
    [InlineData("""FieldMask<EndDevice>.Parse("mac_settings.adr.mode.$$")""", "dynamic", "mac_settings.adr.mode.dynamic (member of oneof mode)")]
    [InlineData("""FieldMask<EndDevice>.Parse("$$")""", "attributes", "attributes (map, as a whole)")]
    [InlineData("""FieldMask<EndDevice>.Parse("mac_settings.$$")""", "factory_preset_frequencies", "mac_settings.factory_preset_frequencies (list, as a whole)")]
    [InlineData("""FieldMask<EndDevice>.Parse("mac_settings.$$")""", "rx1_delay", "mac_settings.rx1_delay (value that may be absent)")]
    [InlineData("""FieldMask<EndDevice>.Parse("$$")""", "mac_settings", "mac_settings (message)")]
    [InlineData("""FieldMask<EndDevice>.Parse("$$")""", "name", "name (value)")]
    public async Task Description_SaysWhatThePathIs(string expression, string item, string heading) =>
        Assert.StartsWith(heading, await Editor.Describe(InMethod(expression), item), StringComparison.Ordinal);

    [Fact]
    public async Task Description_HasTheSummaryOfTheProperty()
    {
        var text = await Editor.Describe(InMethod("""FieldMask<EndDevice>.Parse("mac_settings.$$")"""), "rx1_delay");
        var lines = text.Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains("Rx1", lines[1], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenCode_AtEveryPlace_DoesNotThrow()
    {
        var code = InMethod("""FieldMask<EndDevice>.Parse($"mac_settings.{"adr"}.mo," + @"na" + (flag ? "" : text));""").Replace("$$", "", StringComparison.Ordinal);
        for (var length = Read.Length; length <= code.Length; length++)
        {
            var (document, position) = Editor.Open(code[..length] + "$$");
            await Editor.Complete(document, position);
        }
    }

    [Fact]
    public async Task UnclosedString_OffersPaths() =>
        Assert.Contains("rx1_delay", (await Editor.Complete(Read + "class C { void M() { var m = FieldMask<EndDevice>.Parse(\"name,mac_settings.$$")).Select(static item => item.DisplayText));

    private static async Task<List<string>> Names(string expression) =>
        [.. (await Editor.Complete(InMethod(expression))).Select(static item => item.DisplayText)];

    private static string InMethod(string expression) => Read + $$"""

        class Program
        {
            void Run(bool flag, string text)
            {
                _ = {{expression}};
            }
        }
        """;
}
