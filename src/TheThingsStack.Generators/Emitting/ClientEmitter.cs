using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>Emits the client, a property for each service, and its registration for dependency injection.</summary>
internal static class ClientEmitter
{
    public static SourceText Emit(ClientModel client)
    {
        var writer = SourceWriter.File(GeneratedCode.Namespace);
        var title = Escape.Comment(client.Title);
        writer.Line($"/// <summary>A client of {(title.Length == 0 ? "the API" : title)} {Escape.Comment(client.Version)}: its services, over one connection.</summary>");
        writer.Line("/// <remarks>Safe to share between threads; meant to live as long as the application.</remarks>");
        writer.Line(GeneratedCode.Attribute);
        using (writer.Block("public sealed partial class TheThingsStackClient : global::System.IDisposable"))
        {
            writer.Lines("""
                private readonly TTSHttp::ApiConnection _connection;

                /// <summary>Connects with an HTTP client of its own, which is disposed with this one.</summary>
                /// <exception cref="global::System.ArgumentException">The options lack something, or contradict themselves.</exception>
                public TheThingsStackClient(TTS::TheThingsStackOptions options) => _connection = new(options);

                /// <summary>Connects through an HTTP client that is neither changed nor disposed.</summary>
                /// <exception cref="global::System.ArgumentException">The options lack something, or contradict themselves.</exception>
                public TheThingsStackClient(TTS::TheThingsStackOptions options, global::System.Net.Http.HttpClient httpClient) => _connection = new(options, httpClient);

                """);
            foreach (var service in client.Services)
            {
                Docs.Summary(writer, service.Summary, $"The service {service.Name}.");
                writer.Line($"public TTSApi::{service.ClassName} {service.Name} => _{Lower(service.Name)} ??= new(_connection);");
                writer.Line();
                writer.Line($"private TTSApi::{service.ClassName}? _{Lower(service.Name)};");
                writer.Line();
            }

            writer.Lines("""
                /// <summary>The rate limits that the server has told so far, by RPC (<c>EndDeviceRegistry/Get</c> for example), as they are now.</summary>
                public BclCollections::IReadOnlyDictionary<string, TTS::RateLimitState> GetRateLimits() => _connection.RateLimits;

                /// <summary>Closes the connection.</summary>
                public void Dispose() => _connection.Dispose();
                """);
        }

        EmitRegistration(writer);
        return writer.Take();
    }

    private static void EmitRegistration(SourceWriter writer)
    {
        writer.Line();
        writer.Line("/// <summary>Registers the client for dependency injection, on HTTP clients of the factory.</summary>");
        writer.Line(GeneratedCode.Attribute);
        using (writer.Block("public static class TheThingsStackServiceCollectionExtensions"))
        {
            EmitAdd(writer, isNamed: false, "global::System.Action<TTS::TheThingsStackOptions> configure", "with options that code sets");
            EmitAdd(writer, isNamed: false, "global::Microsoft.Extensions.Configuration.IConfiguration configuration", "with options from a section of the configuration");
            EmitAdd(writer, isNamed: true, "global::System.Action<TTS::TheThingsStackOptions> configure", "with options that code sets");
            EmitAdd(writer, isNamed: true, "global::Microsoft.Extensions.Configuration.IConfiguration configuration", "with options from a section of the configuration");
            writer.Line("private static TheThingsStackClient Create(TTS::TheThingsStackOptions options, global::System.Net.Http.HttpClient httpClient) => new(options, httpClient);");
        }
    }

    private static void EmitAdd(SourceWriter writer, bool isNamed, string source, string how)
    {
        var (name, argument) = isNamed ? ("string name, ", "name") : ("", "\"\"");
        var taken = isNamed
            ? "taken from <see cref=\"TTS::ITheThingsStackClientFactory{TClient}\"/> or as keyed service"
            : "taken from the container as <see cref=\"TheThingsStackClient\"/>";
        writer.Line($"/// <summary>Adds {(isNamed ? "a client of a name" : "the client")}, {how}: one for the whole application, {taken}. The options are checked when the host starts.</summary>");
        writer.Line("/// <returns>The builder of its HTTP client, for handlers and resilience.</returns>");
        writer.Line($"public static global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddTheThingsStack(this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services, {name}{source}) =>");
        writer.Line($"    TTS::Hosting.ClientRegistration.Add<TheThingsStackClient>(services, {argument}, {source.Substring(source.LastIndexOf(' ') + 1)}, Create);");
        writer.Line();
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
