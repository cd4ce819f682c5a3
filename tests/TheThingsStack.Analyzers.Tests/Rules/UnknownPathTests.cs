namespace TheThingsStack.Analyzers.Tests.Rules;

public class UnknownPathTests
{
    [Theory]
    [InlineData("{|TTS2001:nmae|}", "did you mean name?")]
    [InlineData("name,mac_settings.{|TTS2001:rx1_dela|}", "did you mean mac_settings.rx1_delay?")]
    [InlineData("mac_settings.adr.{|TTS2001:dynamic|}", "the name of the oneof is a segment, too: mac_settings.adr.mode.dynamic")]
    [InlineData("mac_settings.adr.{|TTS2001:dynamic|}.margin", "the name of the oneof is a segment, too: mac_settings.adr.mode.dynamic.margin")]
    [InlineData("{|TTS2001:macSettings|}", "paths are written in snake_case: mac_settings")]
    [InlineData("{|TTS2001:macSettings|}.rx1Delay", "paths are written in snake_case: mac_settings.rx1_delay")]
    [InlineData("{|TTS2001:MAC-settings|}", "paths are written in snake_case: mac_settings")]
    [InlineData("attributes.{|TTS2001:site|}", "attributes is a map, of which a mask selects all or nothing")]
    [InlineData("locations.{|TTS2001:user.latitude|}", "locations is a map, of which a mask selects all or nothing")]
    [InlineData("mac_settings.factory_preset_frequencies.{|TTS2001:0|}", "mac_settings.factory_preset_frequencies is a list, of which a mask selects all or nothing")]
    [InlineData("name.{|TTS2001:first|}", "name is a value, below which there is nothing")]
    [InlineData("{|TTS2001:end_device|}.name", "paths begin below the EndDevice: name")]
    [InlineData("{|TTS2001:rx1_delay|}", "did you mean mac_settings.rx1_delay?")]
    [InlineData("{|TTS2001:quite_something_else|}", "EndDevice has no such field")]
    [InlineData("mac_settings.{|TTS2001:quite_something_else|}", "there is no such field below mac_settings")]
    [InlineData("name,{|TTS2001:|},description", "a path is missing between the commas")]
    public async Task Parse_OfAnUnknownPath_IsExplainedAtTheSegment(string text, string reason)
    {
        await Verify.Statements($"""_ = FieldMask<EndDevice>.Parse("{text}");""");
        var message = Assert.Single(await Verify.Messages($"""_ = FieldMask<EndDevice>.Parse("{text.Replace("{|TTS2001:", "").Replace("|}", "")}");"""));
        Assert.EndsWith(": " + reason, message);
    }

    [Theory]
    [InlineData("""_ = FieldMask<EndDevice>.TryParse("{|TTS2001:nmae|}", out _);""")]
    [InlineData("""_ = FieldMask<EndDevice>.Parse(@"name, {|TTS2001:nmae|}");""")]
    [InlineData("""_ = FieldMask<EndDevice>.Parse("na\u006de,{|TTS2001:n\u006dae|}");""")]
    [InlineData("""const string wrong = "{|TTS2001:nmae|}"; _ = FieldMask<EndDevice>.Parse("name," + wrong);""")]
    [InlineData("""const string a = "mac_settings", b = a + ".{|TTS2001:rx1|}"; _ = FieldMask<EndDevice>.Parse($"{b},name");""")]
    [InlineData("""_ = FieldMask<EndDevice>.Parse("name," + "mac_settings.{|TTS2001:rx1dely|}");""")]
    [InlineData("""const string n = "name"; _ = FieldMask<EndDevice>.Parse($"{n},{|TTS2001:nmae|}");""")]
    [InlineData("""_ = FieldMask<EndDevice>.Parse(nameof(EndDevice.{|TTS2001:Name|}));""", true)]
    [InlineData("""var text = "{|TTS2001:nmae|}"; _ = FieldMask<EndDevice>.Parse(text);""")]
    public Task Text_InAnyForm_IsLocated(string statements, bool isWhole = false) =>
        Verify.Statements(isWhole ? """_ = FieldMask<EndDevice>.Parse({|TTS2001:nameof(EndDevice.Name)|});""" : statements);

    /// <summary>Where it is written, however often it is used; in another file a fix would not reach it, and an editor not show it.</summary>
    [Fact]
    public Task Constant_IsLocatedWhereItIsWritten() => Verify.File("""
        static class Elsewhere
        {
            public const string Names = "name,descripton";
            public static readonly string More = "nmae";
        }

        class Program
        {
            private const string Names = "name,{|TTS2001:descripton|}";
            private static readonly string Settings = "mac_settings.{|TTS2001:rx1_dela|}";
            private static string s_changing = "nmae";

            static readonly FieldMask<EndDevice> Mask = FieldMask<EndDevice>.Parse(Settings + ",ids");

            static void Main()
            {
                _ = FieldMask<EndDevice>.Parse(Names);
                _ = FieldMask<EndDevice>.Parse($"{Names},ids");
                _ = FieldMask<EndDevice>.Parse(s_changing);
                _ = FieldMask<EndDevice>.Parse({|TTS2001:Elsewhere.Names|});
                _ = FieldMask<EndDevice>.Parse({|TTS2001:Elsewhere.More|});
            }
        }
        """);

    [Fact]
    public async Task Constant_OfAnotherFile_IsLocatedWhereItIsUsed()
    {
        const string Use = """class Program { FieldMask<EndDevice> _mask = FieldMask<EndDevice>.Parse(Names.Some); }""";
        var compilation = Infrastructure.UserProject.Compile("""static class Names { public const string Some = "name,nmae"; }""", Use);
        var found = Assert.Single(await Infrastructure.UserProject.Analyze(compilation));
        Assert.Equal("Names.Some", Use.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
        Assert.Contains("nmae", found.GetMessage());
    }

    [Fact]
    public Task RawString_OfSeveralLines_IsLocated() => Verify.File(
        """"
        class Program
        {
            static readonly FieldMask<EndDevice> Mask = FieldMask<EndDevice>.Parse(
                """
                name,
                  mac_settings.{|TTS2001:rx1dely|},
                description
                """);
        }
        """");

    [Fact]
    public Task Parameter_MarkedAsAMask_IsChecked() => Verify.File("""
        using System.Diagnostics.CodeAnalysis;
        class Program
        {
            static void Read([StringSyntax(FieldMask.Syntax, typeof(EndDevice))] string mask) { }
            static void Unnamed([StringSyntax("FieldMask")] string mask) { }
            static string Either(bool flag, string? given) => flag ? "name" : given ?? "description";
            sealed class Reader([StringSyntax(FieldMask.Syntax, typeof(EndDevice))] string mask) { public string Mask => mask; }
            static void Other([StringSyntax("Regex", typeof(EndDevice))] string mask) { }
            static void Main()
            {
                Read("name");
                Read("{|TTS2001:nmae|}");
                Read(Environment.Is64BitProcess ? "name" : "{|TTS2001:nmae|}");
                Read(Console.ReadLine() ?? "{|TTS2001:nmae|}");
                Read(Environment.ProcessorCount switch { 1 => "name", 2 => Console.ReadLine()!, _ => "{|TTS2001:nmae|}" });
                Read(Either(true, null));
                _ = new Reader("name");
                _ = new Reader("name,{|TTS2001:nmae|}");
                Unnamed("anything");
                Other("anything");
            }
        }
        """);

    [Theory]
    [InlineData("""_ = FieldMask<EndDevice>.Parse(Console.ReadLine()!);""")]
    [InlineData("""_ = FieldMask<EndDevice>.Parse($"{Console.ReadLine()},nmae");""")]
    [InlineData("""var text = "nmae"; text = "name"; _ = FieldMask<EndDevice>.Parse(text);""")]
    [InlineData("""Console.WriteLine("nmae"); _ = DateTime.Parse("nmae");""")]
    [InlineData("""_ = FieldMask<EndDevice>.TryParse(" name , description ", out _);""")]
    [InlineData("""_ = FieldMask<EndDevice>.TryParse("", out _);""")]
    public Task Text_NotSeenOrRight_IsLeftAlone(string statements) => Verify.Statements(statements);

    [Fact]
    public Task Fix_ReachesAConstant() => Verify.Fix<UnknownPathFix>("""
        class Program
        {
            private const string Names = "name,{|TTS2001:descripton|}";
            static void Main() => _ = FieldMask<EndDevice>.Parse(Names + ",ids");
        }
        """, """
        class Program
        {
            private const string Names = "name,description";
            static void Main() => _ = {|TTS2301:FieldMask<EndDevice>.Parse(Names + ",ids")|};
        }
        """);

    [Fact]
    public Task Fix_ReplacesTheWholePath() => Verify.FixStatements<UnknownPathFix>(
        """_ = FieldMask<EndDevice>.TryParse("{|TTS2001:nmae|}, mac_settings.adr.{|TTS2001:dynamic|}.margin, locations.{|TTS2001:user|}", out _);""",
        """_ = FieldMask<EndDevice>.TryParse("name, mac_settings.adr.mode.dynamic.margin, locations", out _);""");
}
