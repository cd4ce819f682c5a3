using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests.Bodies;

/// <summary>Reads the body of a request.</summary>
internal static class RequestBody
{
    /// <summary>Null where the body is not seen, or is not JSON.</summary>
    public static JsonPart? Read(HttpRequest request) =>
        ObjectOf(request) is { } value ? AnonymousBody.Read(value)
            : TextOf(request) is { } text && TextOrigin.Of(text) is { } origin ? JsonText.Read(origin) : null;

    /// <summary>The anonymous object that becomes the body; null where the body is none.</summary>
    public static IAnonymousObjectCreationOperation? ObjectOf(HttpRequest request)
    {
        if (request.Content is not { } content)
            return null;
        var value = Operations.Resolve(content);
        if (!request.Call.TargetMethod.Name.EndsWith("AsJsonAsync", StringComparison.Ordinal))
            value = value is IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "JsonContent" } } json
                && Operations.Argument(json.Arguments, "inputValue") is { } input ? Operations.Resolve(input) : null;
        return value as IAnonymousObjectCreationOperation;
    }

    /// <summary>The text that is the body; null where the body is none.</summary>
    public static IOperation? TextOf(HttpRequest request) => request.Content is { } content ? TextIn(Operations.Resolve(content)) : null;

    private static IOperation? TextIn(IOperation content) => Text(content switch
    {
        IObjectCreationOperation { Type.Name: "StringContent" } text => Operations.Argument(text.Arguments, "content"),
        IObjectCreationOperation { Type.Name: "ByteArrayContent" or "ReadOnlyMemoryContent" } bytes => Bytes(Operations.Argument(bytes.Arguments, "content")),
        _ => null,
    });

    private static IOperation? Text(IOperation? content) =>
        content is null ? null : Operations.Resolve(content) is IUtf8StringOperation utf8 ? utf8 : Operations.Bare(content);

    // "…"u8.ToArray(), Encoding.UTF8.GetBytes("…")
    private static IOperation? Bytes(IOperation? operation) => operation is null ? null : Operations.Resolve(operation) switch
    {
        IInvocationOperation { TargetMethod.Name: "ToArray" } copy => copy.Instance ?? copy.Arguments.FirstOrDefault()?.Value,
        IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingType.Name: "Encoding" or "UTF8Encoding" } } encoded => encoded.Arguments.FirstOrDefault()?.Value,
        var other => other,
    };
}
