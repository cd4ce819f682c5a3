using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Requests.Routes;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>A request as far as its code is seen.</summary>
internal sealed class HttpRequest(IInvocationOperation call, IOperation client, Lazy<ObjectLife?> lifeOfClient, RequestUrl url)
{
    /// <summary>The call that sends it.</summary>
    public IInvocationOperation Call => call;

    /// <summary>The client that sends it.</summary>
    public IOperation Client => client;

    /// <summary>Where it goes to: at the client's address, where that is seen.</summary>
    public RequestUrl Url { get; set; } = url;

    /// <summary>The expression of the URL.</summary>
    public required IOperation UrlValue { get; init; }

    /// <summary>GET, POST, …; null where it is not seen.</summary>
    public string? Verb { get; init; }

    /// <summary>The body, as content or as the object that becomes its JSON; null where there is none, or where it is not seen.</summary>
    public IOperation? Content { get; init; }

    /// <summary>The life of the client; null where that is not seen.</summary>
    public ObjectLife? ClientLife => lifeOfClient.Value;

    /// <summary>The life of the message; null where the request is sent without one.</summary>
    public ObjectLife? MessageLife { get; init; }

    /// <summary>Whether a message is sent of which not everything is seen.</summary>
    public bool IsMessageUnseen { get; init; }

    /// <summary>The routes that it fits: one, unless its verb is not seen.</summary>
    public IReadOnlyList<Route> Routes { get; set; } = [];

    /// <summary>Where the call is named: what is said of the request as a whole stands there.</summary>
    public Location NamePlace => NameOf(call);

    public static Location NameOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier: var name } } ? name.GetLocation() : call.Syntax.GetLocation();

    /// <summary>The route; null where it fits none or several.</summary>
    public Route? Route => Routes is [var only] ? only : null;
}
