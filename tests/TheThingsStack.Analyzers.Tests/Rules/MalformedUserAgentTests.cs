using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.CodeFixes.Fixes;

namespace TheThingsStack.Analyzers.Tests.Rules;

public class MalformedUserAgentTests
{
    [Fact]
    public Task Part_NoToken_IsFlagged() => Verify.Statements("""
        var a = new UserAgent({|TTS1005:"acme soil"|}, "1.0");
        var b = new UserAgent("acme", {|TTS1005:"1.0 (beta)"|});
        var c = new UserAgent({|TTS1005:""|}, "1.0");
        var d = UserAgent.Parse({|TTS1005:"acme/1.0 (linux)"|});
        """);

    [Fact]
    public async Task Message_OfAControlCharacter_IsReadable() =>
        Assert.Contains("the name contains the control character U+0009", Assert.Single(await Verify.Messages("""_ = new UserAgent("a\tb", "1");""")), StringComparison.Ordinal);

    [Fact]
    public Task Part_NullOrUnseen_IsNot() => Verify.Statements("""
        var name = Environment.MachineName;
        var a = new UserAgent(name, "1.0");
        var b = new UserAgent(null!, "1.0");
        var c = new UserAgent($"acme {name}", "1.0");
        """);

    [Fact]
    public Task Fix_OfAllForms_KeepsWhatIsValid() => Verify.FixStatements<MalformedUserAgentFix>("""
        var a = new UserAgent({|TTS1005:"Acme: soil monitor"|}, "1.4.0");
        var b = new UserAgent("acme", {|TTS1005:"1.4 (beta)"|});
        var c = new UserAgent({|TTS1005:""|}, "1.4.0");
        var d = UserAgent.Parse({|TTS1005:"acme/1.4.0 (linux)"|});
        """, """
        var a = new UserAgent("Acme-soil-monitor", "1.4.0");
        var b = new UserAgent("acme", "1.4-beta");
        var c = new UserAgent("TestProject", "1.4.0");
        var d = UserAgent.Parse("acme/1.4.0-linux");
        """);
}
