using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Hosting;

/// <summary>Writes answers: one JSON document, or a stream of lines with one in each.</summary>
internal sealed class ResponseWriter(HttpContext http, IdSource ids)
{
    private const string EventStream = "text/event-stream";

    /// <summary>Whether the call is one that streams: its errors come wrapped, like its results.</summary>
    public bool IsStream { get; set; }

    public Task WriteAsync(JsonObject answer) => WriteDocumentAsync(200, answer);

    /// <summary>Answers with an error; once a stream has begun it can only be its last line.</summary>
    public Task WriteErrorAsync(ApiError error)
    {
        var status = error.ToStatus(ids.CorrelationId());
        var body = IsStream ? new JsonObject { ["error"] = status } : status;
        return http.Response.HasStarted
            ? WriteLineAsync(body, http.RequestAborted)
            : WriteDocumentAsync(error.Code.ToHttpStatus(), body);
    }

    public Task WriteResultAsync(JsonObject message, CancellationToken cancellation)
    {
        if (!http.Response.HasStarted)
            http.Response.ContentType = AsksForEventStream ? EventStream : "application/json";
        return WriteLineAsync(new JsonObject { ["result"] = message }, cancellation);
    }

    private bool AsksForEventStream => http.Request.Headers.Accept.ToString() == EventStream;

    private async Task WriteDocumentAsync(int statusCode, JsonObject document)
    {
        var bytes = Encoding.UTF8.GetBytes(Json.ToText(document));
        http.Response.StatusCode = statusCode;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private async Task WriteLineAsync(JsonObject line, CancellationToken cancellation)
    {
        var text = Json.ToText(line) + (AsksForEventStream ? "\n\n" : "\n");
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }
}
