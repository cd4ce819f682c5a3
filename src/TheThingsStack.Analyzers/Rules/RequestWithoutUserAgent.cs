using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Requests;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A request to the API by a client that says nowhere who it is.</summary>
internal static class RequestWithoutUserAgent
{
    public static readonly DiagnosticDescriptor Descriptor = Rule.Warning(
        "TTS1002", nameof(RequestWithoutUserAgent), Rule.Configuration,
        "Request without User-Agent",
        "{0} is called without a User-Agent: set one that names the integration and its version",
        "An operator who cannot tell integrations apart has to block all of them when one misbehaves.");

    /// <summary>Whether it is seen that a request goes without a User-Agent: a client or a message of which not everything is seen may have one.</summary>
    public static bool IsMissing(HttpRequest request) =>
        !request.IsMessageUnseen
        && (request.MessageLife is null || RequestHeader.UserAgentOf(request.MessageLife).IsAbsent)
        && request.ClientLife is { IsCreatedHere: true, Escapes: false } client
        && client.Creations.All(RequestHeader.IsPlain)
        && RequestHeader.UserAgentOf(client).IsAbsent;

    /// <summary>A fix works where the client is created.</summary>
    public static Diagnostic Report(HttpRequest request) => Diagnostic.Create(
        Descriptor, request.NamePlace, [.. request.ClientLife!.Creations.Select(static creation => creation.Syntax.GetLocation())], request.Routes[0].Rpc.Name);
}
