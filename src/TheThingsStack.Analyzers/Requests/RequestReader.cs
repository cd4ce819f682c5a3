using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>Reads the requests that calls of <c>HttpClient</c> send.</summary>
internal sealed class RequestReader(HttpSymbols http, Func<IFieldSymbol, IReadOnlyList<IFieldReferenceOperation>?> usesOfField)
{
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["GetAsync"] = "GET",
        ["GetStringAsync"] = "GET",
        ["GetByteArrayAsync"] = "GET",
        ["GetStreamAsync"] = "GET",
        ["GetFromJsonAsync"] = "GET",
        ["GetFromJsonAsAsyncEnumerable"] = "GET",
        ["PostAsync"] = "POST",
        ["PostAsJsonAsync"] = "POST",
        ["PutAsync"] = "PUT",
        ["PutAsJsonAsync"] = "PUT",
        ["PatchAsync"] = "PATCH",
        ["PatchAsJsonAsync"] = "PATCH",
        ["DeleteAsync"] = "DELETE",
        ["DeleteFromJsonAsync"] = "DELETE",
    };

    /// <summary>Whether a call sends a request.</summary>
    public static bool Sends(IMethodSymbol method, HttpSymbols http) =>
        MaySend(method.Name) && http.IsOfClient(method);

    /// <summary>Whether a method of a name may send a request.</summary>
    public static bool MaySend(string method) => Verbs.ContainsKey(method) || method is "Send" or "SendAsync";

    /// <summary>The request; null where its URL is not seen at all.</summary>
    public HttpRequest? Read(IInvocationOperation call)
    {
        var client = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        if (client is null)
            return null;
        return Verbs.TryGetValue(call.TargetMethod.Name, out var verb) ? ReadDirect(call, client, verb) : ReadMessage(call, client);
    }

    private HttpRequest? ReadDirect(IInvocationOperation call, IOperation client, string verb)
    {
        if (Operations.Argument(call.Arguments, "requestUri") is not { } value || UrlOf(value) is not { } url)
            return null;
        return At(new(call, client, LifeOf(client), url)
        {
            UrlValue = value,
            Verb = verb,
            Content = Operations.Argument(call.Arguments, "content") ?? Operations.Argument(call.Arguments, "value"),
        });
    }

    private HttpRequest? ReadMessage(IInvocationOperation call, IOperation client)
    {
        if (Operations.Argument(call.Arguments, "request") is not { } message
            || ObjectLife.Of(message, usesOfField) is not { Creations: [var creation], IsCreatedHere: true } life
            || !http.IsMessage(creation.Type))
            return null;
        var value = life.IsAssigned("RequestUri") ? life.ValueOf("RequestUri") : Operations.Argument(creation.Arguments, "requestUri");
        if (value is null || UrlOf(value) is not { } url)
            return null;
        return At(new(call, client, LifeOf(client), url)
        {
            UrlValue = value,
            Verb = VerbOf(life.IsAssigned("Method") ? life.ValueOf("Method") : Operations.Argument(creation.Arguments, "method"), creation),
            Content = life.ValueOf("Content"),
            MessageLife = life,
            IsMessageUnseen = life.Escapes,
        });
    }

    private Lazy<ObjectLife?> LifeOf(IOperation client) => new(() => ObjectLife.Of(client, usesOfField));

    // Without a method a message is a GET.
    private static string? VerbOf(IOperation? method, IObjectCreationOperation creation) => method is null
        ? creation.Arguments.Length == 0 ? "GET" : null
        : Operations.Resolve(method) switch
        {
            IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "HttpMethod" } property } => property.Name.ToUpperInvariant(),
            IObjectCreationOperation { Type.Name: "HttpMethod", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string name } }] } => name.ToUpperInvariant(),
            _ => null,
        };

    /// <summary>Puts a relative URL below the address that the client has.</summary>
    private static HttpRequest At(HttpRequest request)
    {
        if (request.Url.IsRelative && request.ClientLife?.ValueOf("BaseAddress") is { } address && UrlOf(address) is { } url)
            request.Url = request.Url.Below(url);
        return request;
    }

    /// <summary>A URL that is a text or a <c>Uri</c>; null where nothing of it is seen.</summary>
    public static RequestUrl? UrlOf(IOperation operation) => Operations.Resolve(operation) switch
    {
        IObjectCreationOperation { Type.Name: "Uri" } uri => OfUri(uri),
        IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } format =>
            Operations.Argument(format.Arguments, "format") is { } text ? OfText(text) : null,
        { Type.SpecialType: SpecialType.System_String } text => OfText(text),
        _ => null,
    };

    private static RequestUrl? OfUri(IObjectCreationOperation uri)
    {
        if (Operations.Argument(uri.Arguments, "uriString") is { } text)
            return UrlOf(text);
        return Operations.Argument(uri.Arguments, "baseUri") is { } address && Operations.Argument(uri.Arguments, "relativeUri") is { } relative
            && UrlOf(relative) is { } below
            ? UrlOf(address) is { } above && below.IsRelative ? below.Below(above) : below
            : null;
    }

    private static RequestUrl? OfText(IOperation text) => TextOrigin.Of(text) is { } origin ? RequestUrl.Of(origin) : null;
}
