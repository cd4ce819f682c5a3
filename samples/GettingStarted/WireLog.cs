using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GettingStarted;

/// <summary>Prints each request as it is sent, but for the key, and what came back.</summary>
internal sealed class WireLog(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // What is compressed cannot be shown.
        request.Headers.AcceptEncoding.Clear();
        Console.WriteLine($"  > {request.Method} {request.RequestUri}");
        foreach (var (name, values) in request.Headers)
            Console.WriteLine($"  > {name}: {(name == "Authorization" ? "Bearer …" : string.Join(' ', values))}");
        if (request.Content is not null)
            Console.WriteLine($"  > {await request.Content.ReadAsStringAsync(cancellationToken)}");

        var response = await base.SendAsync(request, cancellationToken);
        Console.WriteLine($"  < {(int)response.StatusCode} {response.ReasonPhrase}");

        // The body of a stream has no end; the program prints its events as they come.
        if (!IsStream(request))
            await PrintBody(response, cancellationToken);
        return response;
    }

    private static bool IsStream(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.EndsWith("/events", StringComparison.Ordinal);

    private static async Task PrintBody(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        Console.WriteLine($"  < {JsonNode.Parse(body)?.ToJsonString(Compact) ?? body}");
    }
}
