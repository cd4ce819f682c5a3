using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>Emits the client: a property for each service.</summary>
internal static class ClientEmitter
{
    public static string Emit(ClientModel client)
    {
        var writer = SourceWriter.File(GeneratedCode.Namespace);
        writer.Line($"/// <summary>A client of {Docs.Sentence(client.Title, "the API")} {Escape.Comment(client.Version)}: its services, over one connection.</summary>");
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

            writer.Line("/// <summary>Closes the connection.</summary>");
            writer.Line("public void Dispose() => _connection.Dispose();");
        }

        return writer.ToString();
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
