using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.CodeFixes.Fixes;

namespace TheThingsStack.Analyzers.Tests.Rules;

public class PlaceholderUserAgentTests
{
    [Fact]
    public Task Name_FromAnExample_IsFlagged() => Verify.Statements("""
        var version = Environment.Version.ToString();
        var a = new UserAgent({|TTS1004:"my-integration"|}, "1.0");
        UserAgent b = new({|TTS1004:"Example"|}, version);
        var c = UserAgent.Parse({|TTS1004:"my-app/1.0"|});
        var d = UserAgent.Parse({|TTS1004:"my-" + "integration / my-integration-version"|});
        """);

    [Fact]
    public Task Version_FromAnExample_IsFlagged() => Verify.Statements("""
        var a = new UserAgent("acme", {|TTS1004:"my-integration-version"|});
        var b = UserAgent.TryParse({|TTS1004:"acme/todo"|}, out _);
        """);

    [Fact]
    public Task Name_ThatHoldsAPlaceholder_IsNot() => Verify.Statements("""
        var a = new UserAgent("acme-test", "1.0");
        var b = new UserAgent("contest", "1.0-versioned");
        var c = UserAgent.Parse("example.com-bridge/1.0");
        """);

    [Fact]
    public Task Fix_OfAllForms_TakesTheAssembly() => Verify.FixStatements<PlaceholderUserAgentFix>("""
        var a = new UserAgent({|TTS1004:"my-integration"|}, "1.4.0");
        var b = new UserAgent("acme", {|TTS1004:"my-integration-version"|});
        var c = UserAgent.Parse({|TTS1004:"my-integration / my-integration-version"|});
        var d = UserAgent.Parse({|TTS1004:"example/1.4.0"|});
        """, """
        var a = new UserAgent("TestProject", "1.4.0");
        var b = new UserAgent("acme", "1.0.0");
        var c = UserAgent.Parse("TestProject/1.0.0");
        var d = UserAgent.Parse("TestProject/1.4.0");
        """);
}
