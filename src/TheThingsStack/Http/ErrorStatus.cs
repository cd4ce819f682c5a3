using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack.Http;

/// <summary>An error as the server writes it, in any of its shapes: bare, wrapped in <c>{"error":…}</c>, with details or without.</summary>
internal sealed class ErrorStatus
{
    private const string DetailType = "/ttn.lorawan.v3.ErrorDetails";
    private const int MaxCauses = 8;

    private ErrorStatus(JsonObject status)
    {
        Code = Number(status["code"]);
        Message = Text(status["message"]);
        Details = [.. Objects(status["details"])];
        var first = Details.FirstOrDefault(d => Text(d["@type"])?.EndsWith(DetailType, StringComparison.Ordinal) ?? false);
        Detail = first is null ? FromMessage(Message) : ReadDetail(first, MaxCauses);
    }

    public GrpcCode? Code { get; }

    public string? Message { get; }

    public IReadOnlyList<JsonObject> Details { get; }

    /// <summary>The detail that describes the error itself.</summary>
    public ErrorDetail? Detail { get; }

    /// <summary>The text for people, taken out of <c>error:namespace:name (text)</c>.</summary>
    public string? Text()
    {
        if (Message is { } message && message.StartsWith("error:", StringComparison.Ordinal) && message.EndsWith(')'))
        {
            var start = message.IndexOf(" (", StringComparison.Ordinal);
            if (start > 0)
                return message[(start + 2)..^1];
        }
        return string.IsNullOrWhiteSpace(Message) ? Detail?.ToString() : Message;
    }

    /// <summary>Reads the body of an error; null if it is none of the server's.</summary>
    public static ErrorStatus? Read(ReadOnlySpan<byte> utf8)
    {
        var body = LenientJson.ReadObject(utf8);
        if (body?["error"] is JsonObject wrapped)
            body = wrapped;
        return body is not null && (body.ContainsKey("code") || body.ContainsKey("message") || body.ContainsKey("details"))
            ? new ErrorStatus(body)
            : null;
    }

    private static ErrorDetail ReadDetail(JsonObject detail, int causes) => new()
    {
        Namespace = Text(detail["namespace"]),
        Name = Text(detail["name"]),
        MessageFormat = Text(detail["message_format"]),
        Attributes = detail["attributes"] is JsonObject attributes ? attributes.DeepClone().AsObject() : [],
        CorrelationId = Text(detail["correlation_id"]),
        Code = Number(detail["code"]),
        Cause = causes > 0 && detail["cause"] is JsonObject cause ? ReadDetail(cause, causes - 1) : null,
        Details = [.. Objects(detail["details"])],
    };

    // A status without details still names its error in the text.
    private static ErrorDetail? FromMessage(string? message)
    {
        const string prefix = "error:";
        if (message is null || !message.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        var end = message.IndexOf(' ', StringComparison.Ordinal);
        var fullName = end < 0 ? message[prefix.Length..] : message[prefix.Length..end];
        var colon = fullName.LastIndexOf(':');
        return colon < 0 ? null : new ErrorDetail { Namespace = fullName[..colon], Name = fullName[(colon + 1)..] };
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node is JsonArray array ? array.OfType<JsonObject>() : [];

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static GrpcCode? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out int number) ? (GrpcCode)number : null;
}
