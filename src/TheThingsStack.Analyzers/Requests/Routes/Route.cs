using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Requests.Routes;

/// <summary>One RPC of the reference.</summary>
/// <param name="Name">Service and method: <c>EndDeviceRegistry/Get</c>.</param>
/// <param name="Server">The server that answers, as people call it.</param>
/// <param name="TypedMethod">The C# name of the method, without <c>Async</c>.</param>
internal sealed record Rpc(string Name, string Server, string TypedMethod)
{
    public string Service => Name.Split('/')[0];

    private Lazy<RpcRule?> _rule = new(static () => null);

    /// <summary>What its mask may name; null for an RPC that takes none.</summary>
    public RpcRule? Rule => _rule.Value;

    /// <summary>Gives it a rule, which is made when it is first asked for.</summary>
    public void SetRule(Func<RpcRule?> rule) => _rule = new(rule);
}

/// <summary>One HTTP route of an RPC.</summary>
/// <param name="Rpc">The RPC.</param>
/// <param name="Verb">GET, POST, …</param>
/// <param name="Segments">The segments below <c>/api/v3</c>; those in braces are values, named by the arguments of the typed call.</param>
/// <param name="Query">The names of query parameters.</param>
/// <param name="Body">The names of the members of the body; null where there is no body, or where the body is one argument as a whole.</param>
/// <param name="WholeBody">The argument that is the body as a whole; null where there is none.</param>
/// <param name="Streams">Whether the answer is a stream.</param>
internal sealed record Route(Rpc Rpc, string Verb, IReadOnlyList<string> Segments, IReadOnlyList<string> Query, IReadOnlyList<string>? Body, string? WholeBody, bool Streams)
{
    public const string Mask = "field_mask";

    // Other APIs below /api/v3, of GitHub Enterprise and OpenProject for example, have these too.
    private static readonly string[] Common =
        ["users", "organizations", "search", "clients", "auth_info", "contact_info", "email", "events", "configuration", "invitations", "is"];

    public bool TakesMaskInQuery => Query.Contains(Mask);

    public bool TakesMaskInBody => Body?.Contains(Mask) ?? false;

    /// <summary>Whether no other API is known to have such a route.</summary>
    public bool IsDistinct { get; } = Segments.Count(static segment => !IsValue(segment)) >= 2 && Array.IndexOf(Common, Segments[0]) < 0;

    /// <summary>Literal segments come before values: <c>…/devices/batch</c> before <c>…/devices/{deviceId}</c>.</summary>
    public string Precedence { get; } = string.Concat(Segments.Select(static segment => IsValue(segment) ? '1' : '0'));

    public static bool IsValue(string segment) => segment[0] == '{';
}
