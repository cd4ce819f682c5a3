using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Registries;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Hosting;

/// <summary>One call of an RPC that has passed every check that does not need stored data.</summary>
internal sealed class Call(Operation operation, JsonObject request, Caller caller, Tenant tenant, TimeProvider clock, HttpContext http)
{
    public Rpc Rpc => operation.Rpc;

    /// <summary>The request message in canonical form.</summary>
    public JsonObject Request => request;

    public Caller Caller => caller;

    public Tenant Tenant => tenant;

    /// <summary>The time of the call, as stored entities write it.</summary>
    public string Now { get; } = ProtoTime.Format(clock.GetUtcNow());

    public TimeProvider Clock => clock;

    public string UserAgent => http.Request.Headers.UserAgent.ToString();

    public string RemoteIp => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>The paths of the field mask; none when the request has no mask.</summary>
    public IReadOnlyList<string> Paths { get; } = MaskGuard.Paths(operation.Rpc, request) ?? [];

    /// <summary>What a read or a write answers: the masked fields, and those that always come along.</summary>
    public JsonObject Answer(MessageType type, JsonObject entity, params IEnumerable<string> more) =>
        FieldCopier.Select(type, entity, [.. Paths, .. Rpc.Implicit, .. more]);

    public void SetTotalCount(int count) => http.Response.Headers["X-Total-Count"] = count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Adds free text that the caller should see; it never fails a call.</summary>
    public void Warn(string text) => http.Response.Headers.Append("X-Warning", text);
}
