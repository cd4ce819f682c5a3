using System.Globalization;
using System.Text.Json.Nodes;

namespace TheThingsStack.Emulator.Wire;

/// <summary>
/// An error as the server describes it: a namespace and a name that a program can compare, and a text with placeholders
/// for the attributes. Without a name it is a bare status, which is all that the HTTP gateway itself says.
/// </summary>
internal sealed record ApiError(RpcCode Code, string Namespace, string Name, string MessageFormat)
{
    public JsonObject Attributes { get; init; } = [];

    public ApiError? Cause { get; init; }

    public static ApiError Bare(RpcCode code, string message) => new(code, "", "", message);

    public ApiError With(string attribute, JsonNode? value)
    {
        var attributes = Attributes.DeepClone().AsObject();
        attributes[attribute] = value;
        return this with { Attributes = attributes };
    }

    public ApiException Raise() => new(this);

    public string Message => Name.Length == 0 ? MessageFormat : $"error:{Namespace}:{Name} ({Formatted()})";

    /// <summary>The body of the answer: <c>google.rpc.Status</c>, with one detail unless the status is bare.</summary>
    /// <param name="correlationId">What ties the answer to the server's logs.</param>
    public JsonObject ToStatus(string correlationId)
    {
        var status = new JsonObject { ["code"] = (int)Code, ["message"] = Message };
        if (Name.Length > 0)
            status["details"] = new JsonArray(AddTo(new JsonObject { ["@type"] = "type.googleapis.com/ttn.lorawan.v3.ErrorDetails" }, correlationId));

        return status;
    }

    private JsonObject AddTo(JsonObject details, string? correlationId)
    {
        (details["namespace"], details["name"], details["message_format"]) = (Namespace, Name, MessageFormat);
        if (Attributes.Count > 0)
            details["attributes"] = Attributes.DeepClone();
        if (correlationId is not null)
            details["correlation_id"] = correlationId;
        if (Cause is not null)
            details["cause"] = Cause.AddTo([], correlationId: null);
        details["code"] = (int)Code;
        return details;
    }

    private string Formatted()
    {
        var text = MessageFormat;
        foreach (var (name, value) in Attributes)
            text = text.Replace($"{{{name}}}", Plain(value), StringComparison.Ordinal);
        return text;
    }

    private static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonArray items => $"[{string.Join(' ', items.Select(Plain))}]",
        _ => Convert.ToString(value.ToString(), CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>Ends a call with an error of the server's kind.</summary>
internal sealed class ApiException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;
}
