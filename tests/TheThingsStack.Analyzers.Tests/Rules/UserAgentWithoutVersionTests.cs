using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.CodeFixes.Fixes;

namespace TheThingsStack.Analyzers.Tests.Rules;

public class UserAgentWithoutVersionTests
{
    [Fact]
    public Task Parts_VersionOfZerosOrNothing_IsFlagged() => Verify.Statements("""
        const string none = "0.0.0";
        var a = new UserAgent("acme", {|TTS1003:"0.0.0"|});
        UserAgent b = new("acme", {|TTS1003:none|});
        var c = new UserAgent(version: {|TTS1003:""|}, product: "acme");
        """);

    [Fact]
    public Task Text_WithoutVersion_IsFlagged() => Verify.Statements("""
        var a = UserAgent.Parse({|TTS1003:"acme"|});
        var b = UserAgent.Parse({|TTS1003:"acme/"|}, null);
        var c = UserAgent.TryParse({|TTS1003:"acme/0.0"|}, out _);
        """);

    [Fact]
    public Task Version_AnyOther_IsNot() => Verify.Statements("""
        var version = Environment.Version.ToString();
        var a = new UserAgent("acme", "1.0.0");
        var b = new UserAgent("acme", "0.1");
        var c = new UserAgent("acme", version);
        var d = UserAgent.Parse("acme/1");
        var e = UserAgent.Parse($"acme/{version}");
        var f = UserAgent.TryParse(version, out _);
        """);

    [Fact]
    public Task OtherTypes_OfThatName_AreNot() => Verify.File("""
        namespace Other
        {
            record UserAgent(string product, string version)
            {
                public static UserAgent Parse(string s) => new(s, "0.0.0");
                public UserAgent Default => Parse("acme");
            }
        }
        """);

    [Fact]
    public Task Fix_OfAllForms_AddsTheVersion() => Verify.FixStatements<UserAgentWithoutVersionFix>("""
        var a = new UserAgent("acme", {|TTS1003:"0.0.0"|});
        var b = UserAgent.Parse({|TTS1003:"acme"|});
        """, """
        var a = new UserAgent("acme", "1.0.0");
        var b = UserAgent.Parse("acme/1.0.0");
        """);

    [Fact]
    public Task Fix_InAnAssemblyWithAVersion_TakesItWhenTheProgramRuns() => Verify.Fix<UserAgentWithoutVersionFix>("""
        [assembly: System.Reflection.AssemblyVersion("1.4.0")]
        static class Agents
        {
            static readonly UserAgent A = new("acme", {|TTS1003:"0.0.0"|});
            static readonly UserAgent B = UserAgent.Parse({|TTS1003:"acme/"|});
        }
        """, """
        [assembly: System.Reflection.AssemblyVersion("1.4.0")]
        static class Agents
        {
            static readonly UserAgent A = new("acme", typeof(Agents).Assembly.GetName().Version.ToString(3));
            static readonly UserAgent B = UserAgent.Parse($"acme/{typeof(Agents).Assembly.GetName().Version.ToString(3)}");
        }
        """);

    [Fact]
    public Task Text_InAStaticField_IsSeenWhereItNeverChanges() => Verify.File("""
        class Agents
        {
            private static readonly string Version = "0.0.0";
            private static readonly string Header = "acme";
            private static string _later = "acme";

            private static readonly UserAgent A = new("acme", {|TTS1003:Version|});
            private static readonly UserAgent B = new("acme", _later);

            static Task<string> Get(string id)
            {
                var http = new HttpClient();
                http.DefaultRequestHeaders.UserAgent.ParseAdd({|TTS1003:Header|});
                return http.GetStringAsync($"https://thethings.example.com/api/v3/gateways/{id}");
            }

            static Task<string> Other(string id)
            {
                var http = new HttpClient();
                http.DefaultRequestHeaders.UserAgent.ParseAdd(_later);
                return http.GetStringAsync($"https://thethings.example.com/api/v3/gateways/{id}");
            }
        }
        """);

    [Fact]
    public Task Version_InALocal_IsSeenWhereItIsTheOnlyOne() => Verify.Statements("""
        var none = "0.0.0";
        var a = new UserAgent("acme", {|TTS1003:none|});
        var later = "0.0.0";
        later = Environment.Version.ToString();
        var b = new UserAgent("acme", later);
        """);
}
