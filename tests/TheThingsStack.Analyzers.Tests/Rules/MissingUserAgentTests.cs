using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.CodeFixes.Fixes;

namespace TheThingsStack.Analyzers.Tests.Rules;

public class MissingUserAgentTests
{
    [Fact]
    public Task Options_HandedToTheClient_AreFlagged() => Verify.Statements("""
        using var a = new TheThingsStackClient({|TTS1001:new TheThingsStackOptions|} { Address = "a.example.com", ApiKey = "key" });
        using var b = new TheThingsStackClient({|TTS1001:new()|} { Address = "a.example.com" });
        using var c = new TheThingsStackClient({|TTS1001:new TheThingsStackOptions|}(), new HttpClient());
        var d = () => new TheThingsStackClient({|TTS1001:new TheThingsStackOptions|}());
        """);

    [Fact]
    public Task Options_HeldInALocal_AreFlagged() => Verify.Statements("""
        var options = {|TTS1001:new TheThingsStackOptions|} { Address = "a.example.com" };
        options.ApiKey = Environment.GetEnvironmentVariable("KEY");
        options.Addresses[TheThingsStack.Http.StackServer.NetworkServer] = "ns.example.com";
        options.RateLimits.Enabled = false;
        Console.WriteLine(options.Address);
        using var client = new TheThingsStackClient(options);

        TheThingsStackOptions later;
        later = {|TTS1001:new()|};
        var same = later;
        using var other = new TheThingsStackClient(same);
        """);

    [Fact]
    public Task Options_WithAUserAgentOfNull_AreFlagged() => Verify.Statements("""
        using var a = new TheThingsStackClient({|TTS1001:new TheThingsStackOptions|} { UserAgent = null });
        using var b = new TheThingsStackClient({|TTS1001:new TheThingsStackOptions|} { UserAgent = default });
        var options = {|TTS1001:new TheThingsStackOptions|}();
        options.UserAgent = null!;
        using var c = new TheThingsStackClient(options);
        """);

    [Fact]
    public Task Options_OneOfTwo_AreFlagged() => Verify.Statements("""
        var isTest = Environment.GetCommandLineArgs().Length > 1;
        using var client = new TheThingsStackClient(isTest
            ? {|TTS1001:new TheThingsStackOptions|} { Address = "localhost:1885" }
            : new TheThingsStackOptions { UserAgent = new("acme", "1.0") });
        """);

    [Fact]
    public Task Options_SeenWholeAndUsedForNothing_AreFlagged() => Verify.Statements("""
        var options = {|TTS1001:new TheThingsStackOptions|} { Address = "a.example.com" };
        """);

    [Theory]
    [InlineData("""using var c = new TheThingsStackClient(new() { UserAgent = new("acme", "1.0") });""")]
    [InlineData("""var o = new TheThingsStackOptions(); o.UserAgent = UserAgent.Parse("acme/1.0"); using var c = new TheThingsStackClient(o);""")]
    [InlineData("""var o = new TheThingsStackOptions(); if (o.Address is null) o.UserAgent = new("acme", "1.0"); using var c = new TheThingsStackClient(o);""")]
    [InlineData("""var o = new TheThingsStackOptions { UserAgent = null }; o.UserAgent ??= new("acme", "1.0"); using var c = new TheThingsStackClient(o);""")]
    [InlineData("""var o = new TheThingsStackOptions(); (o.Address, o.UserAgent) = ("a", new("acme", "1.0")); using var c = new TheThingsStackClient(o);""")]
    [InlineData("""var o = new TheThingsStackOptions(); if (UserAgent.TryParse("acme/1.0", out var agent)) o.UserAgent = agent; using var c = new TheThingsStackClient(o);""")]
    [InlineData("""var o = new TheThingsStackOptions(); var same = o; same.UserAgent = new("acme", "1.0"); using var c = new TheThingsStackClient(o);""")]
    public Task Options_WithAUserAgent_AreNot(string statements) => Verify.Statements(statements);

    [Theory]
    [InlineData("""var o = new TheThingsStackOptions(); Microsoft.Extensions.Configuration.ConfigurationBinder.Bind(null!, o); using var c = new TheThingsStackClient(o);""")]
    [InlineData("""var o = new TheThingsStackOptions(); Fill(o); using var c = new TheThingsStackClient(o); static void Fill(TheThingsStackOptions o) => o.UserAgent = new("acme", "1.0");""")]
    [InlineData("""var o = new TheThingsStackOptions(); Action fill = () => o.UserAgent = new("acme", "1.0"); fill(); using var c = new TheThingsStackClient(o);""")]
    [InlineData("""var o = new TheThingsStackOptions(); Fill(); using var c = new TheThingsStackClient(o); void Fill() => o.Address = "a";""")]
    [InlineData("""var all = new[] { new TheThingsStackOptions() }; foreach (var o in all) o.UserAgent = new("acme", "1.0");""")]
    [InlineData("""var all = new List<TheThingsStackOptions> { new() { Address = "a" }, new() { Address = "b" } };""")]
    [InlineData("""var o = new TheThingsStackOptions(); object kept = o;""")]
    [InlineData("""void Run() { ref var o = ref System.Runtime.CompilerServices.Unsafe.NullRef<TheThingsStackOptions>(); o = new TheThingsStackOptions(); }""")]
    [InlineData("""var pair = (new TheThingsStackOptions(), 1);""")]
    [InlineData("""TheThingsStackOptions Make() { return new() { Address = "a" }; } using var c = new TheThingsStackClient(Make());""")]
    [InlineData("""Func<TheThingsStackOptions> make = () => new() { Address = "a" };""")]
    [InlineData("""foreach (var fault in new TheThingsStackOptions().GetFaults()) Console.WriteLine(fault);""")]
    [InlineData("""var o = new TheThingsStackOptions(); Console.WriteLine(o.UserAgent is null);""")]
    [InlineData("""var o = new TheThingsStackOptions(); o.Validate();""")]
    [InlineData("""var wrapped = Microsoft.Extensions.Options.Options.Create(new TheThingsStackOptions { Address = "a" });""")]
    public Task Options_OutOfSight_AreNot(string statements) => Verify.Statements(statements);

    [Fact]
    public Task Options_StoredOrReturned_AreNot() => Verify.File("""
        class Settings
        {
            private readonly TheThingsStackOptions _options = new() { Address = "a.example.com" };
            public TheThingsStackOptions Options { get; } = new TheThingsStackOptions();
            public static TheThingsStackOptions Default() => new() { Address = "a.example.com" };
            public TheThingsStackClient Connect()
            {
                _options.UserAgent = new("acme", "1.0");
                return new(_options);
            }
        }
        """);

    [Fact]
    public Task Registration_WithoutUserAgent_IsFlagged() => Verify.File("""
        using Microsoft.Extensions.DependencyInjection;

        class Startup
        {
            void Configure(IServiceCollection services)
            {
                services.{|TTS1001:AddTheThingsStack|}(o => o.Address = "a.example.com");
                services.{|TTS1001:AddTheThingsStack|}("b", o =>
                {
                    o.Address = "b.example.com";
                    o.ApiKey = Environment.GetEnvironmentVariable("KEY");
                });
                services.{|TTS1001:AddTheThingsStack|}("c", static _ => { }).AddHandler();
                services.{|TTS1001:AddTheThingsStack|}("d", o => { o.UserAgent = null; });
                services.AddTheThingsStack("e", o => o.UserAgent = new("acme", "1.0"));
                services?.{|TTS1001:AddTheThingsStack|}("f", (TheThingsStackOptions o) => o.Address = "f.example.com");
            }
        }

        static class Handlers
        {
            public static IHttpClientBuilder AddHandler(this IHttpClientBuilder builder) => builder;
        }
        """);

    [Theory]
    [InlineData("""services.AddTheThingsStack(o => { o.Address = "a"; o.UserAgent = new("acme", "1.0"); });""")]
    [InlineData("""services.AddTheThingsStack(configuration.GetSection("TheThingsStack"));""")]
    [InlineData("""services.AddTheThingsStack("a", configuration);""")]
    [InlineData("""services.AddTheThingsStack(o => configuration.GetSection("TheThingsStack").Bind(o));""")]
    [InlineData("""services.AddTheThingsStack(o => { o.Address = "a"; Fill(o); }); static void Fill(TheThingsStackOptions o) { }""")]
    [InlineData("""services.AddTheThingsStack(o => new[] { 1 }.ToList().ForEach(_ => o.UserAgent = new("acme", "1.0")));""")]
    [InlineData("""services.AddTheThingsStack(Fill); static void Fill(TheThingsStackOptions o) { }""")]
    [InlineData("""services.AddTheThingsStack(configuration); services.AddTheThingsStack(o => o.OnWarning = Console.WriteLine);""")]
    [InlineData("""services.AddTheThingsStack(o => o.UserAgent = new("acme", "1.0")); services.AddTheThingsStack(o => o.Address = "a");""")]
    [InlineData("""services.Configure<TheThingsStackOptions>(configuration); services.AddTheThingsStack(o => o.Address = "a");""")]
    [InlineData("""services.PostConfigure<TheThingsStackOptions>(o => o.UserAgent = new("acme", "1.0")); services.AddTheThingsStack(o => o.Address = "a");""")]
    [InlineData("""services.AddOptions<TheThingsStackOptions>().BindConfiguration("TheThingsStack"); services.AddTheThingsStack(o => o.Address = "a");""")]
    [InlineData("""services.Configure((TheThingsStackOptions o) => o.UserAgent = new("acme", "1.0")); services.AddTheThingsStack(o => o.Address = "a");""")]
    [InlineData("""services.AddTheThingsStack(o => { }).Services.ConfigureOptions<Setup>();""")]
    public Task Registration_ThatMayBeFilledElsewhere_IsNot(string statements) => Verify.File($$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        class Startup
        {
            void Configure(IServiceCollection services, IConfiguration configuration)
            {
                {{statements}}
            }
        }
        {{(statements.Contains("Setup", StringComparison.Ordinal) ? "class Setup : IConfigureOptions<TheThingsStackOptions> { public void Configure(TheThingsStackOptions options) { } }" : "")}}
        """);

    [Fact]
    public Task Registration_BesideCodeThatReadsTheOptions_IsFlagged() => Verify.File("""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        class Startup(IOptions<TheThingsStackOptions> options)
        {
            void Configure(IServiceCollection services) => services.{|TTS1001:AddTheThingsStack|}(o => o.Address = options.Value.Address);
        }
        """);

    [Fact]
    public async Task Registration_OfAClientInTheSameProject_IsFlaggedUnlessALibraryMayFillIt()
    {
        // As the generator writes it, and a project that registers services for others.
        const string client = """
            using Microsoft.Extensions.DependencyInjection;
            namespace TheThingsStack.V3
            {
                public static class TheThingsStackServiceCollectionExtensions
                {
                    public static IHttpClientBuilder AddTheThingsStack(this IServiceCollection services, System.Action<TheThingsStackOptions> configure) => null!;
                }
            }
            """;
        const string use = """
            using Microsoft.Extensions.DependencyInjection;
            using TheThingsStack.V3;
            class Startup { void Configure(IServiceCollection services) => services.AddTheThingsStack(o => o.Address = "a.example.com"); }
            """;
        const string library = """
            using Microsoft.Extensions.DependencyInjection;
            public static class Defaults { public static void AddDefaults(this IServiceCollection services) => services.Configure<TheThingsStack.TheThingsStackOptions>(_ => { }); }
            """;
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        var alone = CSharpCompilation.Create("User", [CSharpSyntaxTree.ParseText(client), CSharpSyntaxTree.ParseText(use)], UserProject.ReferencesWithoutClient, options);
        Assert.Equal("TTS1001", Assert.Single(await UserProject.Analyze(alone)).Id);

        using var image = new MemoryStream();
        Assert.True(CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText(library)], UserProject.ReferencesWithoutClient, options).Emit(image).Success);
        Assert.Empty(await UserProject.Analyze(alone.AddReferences(MetadataReference.CreateFromImage(image.ToArray()))));
    }

    [Fact]
    public Task Broken_Code_IsNot() => Verify.File("""
        class Program
        {
            void Run()
            {
                var a = new TheThingsStackOptions { UserAgent = };
                using var b = new TheThingsStackClient(new TheThingsStackOptions { UserAgent = Missing() });
                services.AddTheThingsStack(o => o.
            }
        }
        """, isBroken: true);

    [Theory]
    [InlineData("new()", "new() { UserAgent = new(\"TestProject\", \"1.0.0\") }")]
    [InlineData("new TheThingsStackOptions()", "new TheThingsStackOptions { UserAgent = new(\"TestProject\", \"1.0.0\") }")]
    [InlineData("new TheThingsStackOptions { }", "new TheThingsStackOptions { UserAgent = new(\"TestProject\", \"1.0.0\") }")]
    [InlineData("new() { Address = \"a\" }", "new() { Address = \"a\", UserAgent = new(\"TestProject\", \"1.0.0\") }")]
    [InlineData("new() { Address = \"a\", }", "new() { Address = \"a\", UserAgent = new(\"TestProject\", \"1.0.0\") }")]
    [InlineData("new() { UserAgent = null! }", "new() { UserAgent = new(\"TestProject\", \"1.0.0\") }")]
    [InlineData("new() { UserAgent = default(UserAgent), Address = \"a\" }", "new() { UserAgent = new(\"TestProject\", \"1.0.0\"), Address = \"a\" }")]
    public Task Fix_OfOptions_SetsNameAndVersion(string options, string fixedOptions)
    {
        var marked = options.StartsWith("new()", StringComparison.Ordinal) ? "{|TTS1001:new()|}" + options[5..] : "{|TTS1001:new TheThingsStackOptions|}" + options[25..];
        return Verify.FixStatements<MissingUserAgentFix>($"using var c = new TheThingsStackClient({marked});", $"using var c = new TheThingsStackClient({fixedOptions});");
    }

    [Fact]
    public Task Fix_OfOptionsOverLines_KeepsTheLines() => Verify.FixStatements<MissingUserAgentFix>("""
        var a = {|TTS1001:new TheThingsStackOptions|}
        {
            Address = "a.example.com", // the cluster
            ApiKey = "key" // the key
        };
        var b = {|TTS1001:new TheThingsStackOptions|}
        {
            Address = "b.example.com",
        };
        a.ApiKey = b.ApiKey;
        """, """
        var a = new TheThingsStackOptions
        {
            Address = "a.example.com", // the cluster
            ApiKey = "key", // the key
            UserAgent = new("TestProject", "1.0.0")
        };
        var b = new TheThingsStackOptions
        {
            Address = "b.example.com",
            UserAgent = new("TestProject", "1.0.0"),
        };
        a.ApiKey = b.ApiKey;
        """);

    [Fact]
    public Task Fix_InAnAssemblyWithAVersion_TakesItWhenTheProgramRuns() => Verify.Fix<MissingUserAgentFix>("""
        #nullable enable
        [assembly: System.Reflection.AssemblyVersion("1.4.0")]
        class Connection<T>
        {
            private readonly TheThingsStackClient _client = new({|TTS1001:new TheThingsStackOptions|}());
        }
        """, """
        #nullable enable
        [assembly: System.Reflection.AssemblyVersion("1.4.0")]
        class Connection<T>
        {
            private readonly TheThingsStackClient _client = new(new TheThingsStackOptions { UserAgent = new("TestProject", typeof(Connection<T>).Assembly.GetName().Version!.ToString(3)) });
        }
        """);

    [Fact]
    public Task Fix_OfRegistrations_FillsTheLambdas() => Verify.Fix<MissingUserAgentFix>("""
        using Microsoft.Extensions.DependencyInjection;

        class Startup
        {
            void Configure(IServiceCollection services)
            {
                services.{|TTS1001:AddTheThingsStack|}("a", o => o.Address = "a.example.com");
                services.{|TTS1001:AddTheThingsStack|}("b", o =>
                {
                    o.Address = "b.example.com";
                    o.ApiKey = "key"; // the key
                });
                services.{|TTS1001:AddTheThingsStack|}("c", (o) => { });
                services.{|TTS1001:AddTheThingsStack|}("d", o =>
                {
                    if (o.Address is not null)
                        return;
                    o.Address = "d.example.com";
                });
                services.{|TTS1001:AddTheThingsStack|}("e", o => { o.Address = "e.example.com"; });
            }
        }
        """, """
        using Microsoft.Extensions.DependencyInjection;

        class Startup
        {
            void Configure(IServiceCollection services)
            {
                services.AddTheThingsStack("a", o => { o.Address = "a.example.com"; o.UserAgent = new("TestProject", "1.0.0"); });
                services.AddTheThingsStack("b", o =>
                {
                    o.Address = "b.example.com";
                    o.ApiKey = "key"; // the key
                    o.UserAgent = new("TestProject", "1.0.0");
                });
                services.AddTheThingsStack("c", (o) => { o.UserAgent = new("TestProject", "1.0.0"); });
                services.AddTheThingsStack("d", o =>
                {
                    o.UserAgent = new("TestProject", "1.0.0");
                    if (o.Address is not null)
                        return;
                    o.Address = "d.example.com";
                });
                services.AddTheThingsStack("e", o => { o.Address = "e.example.com"; o.UserAgent = new("TestProject", "1.0.0"); });
            }
        }
        """);
}
