using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Registries;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Hosting;

/// <summary>One call of an RPC that has passed every check that does not need stored data.</summary>
internal sealed class Call(Operation operation, JsonObject request, Tenant tenant, TimeProvider clock, IdSource ids, HttpContext http)
{
    public Rpc Rpc => operation.Rpc;

    /// <summary>The request message in canonical form.</summary>
    public JsonObject Request => request;

    /// <summary>Who calls; nobody known until the credentials have been looked at.</summary>
    public Caller Caller { get; private set; } = Caller.Anonymous(tenant.Memberships);

    public Tenant Tenant => tenant;

    /// <summary>The time of the call, as stored entities write it.</summary>
    public string Now { get; } = ProtoTime.Format(clock.GetUtcNow());

    /// <summary>What ties everything together that the call brings about.</summary>
    public string CorrelationId { get; } = $"rpc:/ttn.lorawan.v3.{operation.Rpc.Name}:{ids.Ulid(clock.GetUtcNow())}";

    public TimeProvider Clock => clock;

    public IdSource Ids => ids;

    public string UserAgent => http.Request.Headers.UserAgent.ToString();

    public string RemoteIp => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>The paths of the field mask; none when the request has no mask.</summary>
    public IReadOnlyList<string> Paths { get; } = MaskGuard.Paths(operation.Rpc, request) ?? [];

    /// <summary>Finds out who calls. Needs the gate of the tenant.</summary>
    public void Authenticate()
    {
        Caller = Authenticator.Authenticate(tenant, http.Request.Headers.Authorization.ToString(), ProtoTime.Format(clock.GetUtcNow()));
        if (Caller.Warning is { } warning && !http.Response.HasStarted)
            Warn(warning);
    }

    /// <summary>Refuses a caller that lacks any of the rights on an entity.</summary>
    public void Require(EntityId entity, params IEnumerable<string> rights) => Caller.Require(entity, rights);

    /// <summary>What a read or a write answers: the masked fields, and those that always come along.</summary>
    public JsonObject Answer(MessageType type, JsonObject entity, params IEnumerable<string> more) =>
        FieldCopier.Select(type, entity, [.. Paths, .. Rpc.Implicit, .. more]);

    public void SetTotalCount(int count) => SetHeader("X-Total-Count", count.ToString(CultureInfo.InvariantCulture));

    public void SetHeader(string name, string value) => http.Response.Headers[name] = value;

    /// <summary>Adds free text that the caller should see; it never fails a call, whatever characters users have put in.</summary>
    public void Warn(string text) => http.Response.Headers.Append("X-Warning", string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c : '?')));
}
