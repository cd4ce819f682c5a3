using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Requests;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Requests.Typed;

namespace TheThingsStack.Analyzers.Rules;

/// <summary>A request that is written by hand where a client is at hand that has the call.</summary>
internal static class TypedCall
{
    /// <summary>In the properties of a diagnostic: what takes the place of the first additional location; the others are statements that go.</summary>
    public const string Text = "text";

    public static readonly DiagnosticDescriptor Descriptor = Rule.Info(
        "TTS2302", nameof(TypedCall), Rule.Migration,
        "The request can be a typed call",
        "{0} has a typed call, which checks route, arguments and mask while you type: {1}",
        "A call of the client takes typed arguments, checks the mask before it is sent, keeps to rate limits, and throws one exception for what goes wrong.");

    public static Diagnostic? Judge(HttpRequest request, TypedClient client) =>
        request.Route is { } route && ResultUse.Of(request) is { } use && client.Find(route, request.Call) is { } method ? Judge(request, route, method, use) : null;

    /// <summary>Judges a request for which a client is yet to be made.</summary>
    public static Diagnostic? Judge(HttpRequest request, TypedClient client, ClientSetup setup) =>
        request.Route is { } route && ResultUse.Of(request) is { } use && client.Find(route, setup.Name) is { } method ? Judge(request, route, method, use) : null;

    private static Diagnostic? Judge(HttpRequest request, Route route, TypedMethod method, ResultUse use)
    {
        if (CallText.Write(request, route, method) is not { } call || use.Write(method, call) is not { } text)
            return null;
        return Diagnostic.Create(
            Descriptor, request.NamePlace, use.Places, ImmutableDictionary<string, string?>.Empty.Add(Text, text), route.Rpc.Name, method.Display);
    }
}
