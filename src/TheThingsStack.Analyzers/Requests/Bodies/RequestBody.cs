using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests.Bodies;

/// <summary>Reads the body of a request.</summary>
internal static class RequestBody
{
    /// <summary>Null where the body is not seen, or is not JSON.</summary>
    public static JsonPart? Read(HttpRequest request)
    {
        if (request.Content is not { } content)
            return null;
        var value = Operations.Resolve(content);
        if (request.Call.TargetMethod.Name.EndsWith("AsJsonAsync", StringComparison.Ordinal))
            return ReadValue(value);
        return value switch
        {
            IObjectCreationOperation { Type.Name: "StringContent" } text => ReadText(Operations.Argument(text.Arguments, "content")),
            IObjectCreationOperation { Type.Name: "ByteArrayContent" or "ReadOnlyMemoryContent" } bytes => ReadText(Bytes(Operations.Argument(bytes.Arguments, "content"))),
            IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "JsonContent" } } json =>
                Operations.Argument(json.Arguments, "inputValue") is { } input ? ReadValue(Operations.Resolve(input)) : null,
            _ => null,
        };
    }

    private static JsonPart? ReadValue(IOperation value) => value is IAnonymousObjectCreationOperation ? AnonymousBody.Read(value) : null;

    private static JsonPart? ReadText(IOperation? text) =>
        text is not null && TextOrigin.Of(Operations.Resolve(text) is IUtf8StringOperation utf8 ? utf8 : Operations.Bare(text)) is { } origin ? JsonText.Read(origin) : null;

    // "…"u8.ToArray(), Encoding.UTF8.GetBytes("…")
    private static IOperation? Bytes(IOperation? operation) => operation is null ? null : Operations.Resolve(operation) switch
    {
        IInvocationOperation { TargetMethod.Name: "ToArray" } copy => copy.Instance ?? copy.Arguments.FirstOrDefault()?.Value,
        IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingType.Name: "Encoding" or "UTF8Encoding" } } encoded => encoded.Arguments.FirstOrDefault()?.Value,
        var other => other,
    };
}
