using System.Text.Json.Nodes;

namespace TheThingsStack;

/// <summary>One error as the server describes it: the error itself, or the one that caused it.</summary>
public sealed class ErrorDetail
{
    /// <summary>Where in the server the error is defined, <c>pkg/rpcmiddleware/validator</c> for example.</summary>
    public string? Namespace { get; init; }

    /// <summary>The name of the error within its namespace, <c>field_mask_paths</c> for example. Compare this, not the text.</summary>
    public string? Name { get; init; }

    /// <summary>The text, with placeholders <c>{name}</c> for <see cref="Attributes"/>.</summary>
    public string? MessageFormat { get; init; }

    /// <summary>Values that belong to the error.</summary>
    public JsonObject Attributes { get; init; } = [];

    /// <summary>The id under which the server logs this error.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The kind of the error, if the server says so.</summary>
    public GrpcCode? Code { get; init; }

    /// <summary>The error that caused this one.</summary>
    public ErrorDetail? Cause { get; init; }

    /// <summary>Further details, each with its type in <c>@type</c>.</summary>
    public IReadOnlyList<JsonObject> Details { get; init; } = [];

    /// <summary>The text with the placeholders filled in, as far as the attributes are known.</summary>
    public override string ToString()
    {
        var text = MessageFormat ?? "";
        foreach (var (name, value) in Attributes)
            if (value is JsonValue)
                text = text.Replace($"{{{name}}}", value.ToString(), StringComparison.Ordinal);
        return text;
    }
}
