using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TheThingsStack.Emulator.RateLimiting;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Faults;

/// <summary>Lets a fault happen to a request.</summary>
internal static class FaultInjector
{
    /// <summary>What the headers of a 429 on request say about a limit that there is not.</summary>
    private const int Rate = 60;

    /// <returns>Whether the request has been dealt with.</returns>
    public static async Task<bool> ApplyAsync(Fault fault, HttpContext http, string key, TimeProvider clock)
    {
        switch (fault.Kind)
        {
            case FaultKind.RateLimited:
                RateLimitGuard.WriteHeaders(http.Response.Headers, Rate, available: 0, TimeSpan.FromMinutes(1), fault.Time);
                throw RateLimitGuard.Error(key, Rate).Raise();
            case FaultKind.Status:
                await WriteAsync(http, fault);
                return true;
            case FaultKind.CutBeforeHeaders:
                http.Abort();
                return true;
            case FaultKind.CutInBody or FaultKind.SlowBody:
                http.Response.Body = new FaultyBody(http.Response.Body, http, fault, clock);
                return false;
            case FaultKind.Delay:
                await Task.Delay(fault.Time, clock, http.RequestAborted);
                return false;
            default:
                http.Response.Headers.Append("X-Warning", fault.Text);
                return false;
        }
    }

    private static async Task WriteAsync(HttpContext http, Fault fault)
    {
        var body = fault.Body ?? Json.ToText(new JsonObject { ["code"] = (int)Code(fault.StatusCode), ["message"] = "fault on request" });
        http.Response.StatusCode = fault.StatusCode;
        http.Response.ContentType = fault.ContentType;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), http.RequestAborted);
    }

    private static RpcCode Code(int statusCode) => statusCode switch
    {
        400 => RpcCode.InvalidArgument,
        401 => RpcCode.Unauthenticated,
        403 => RpcCode.PermissionDenied,
        404 => RpcCode.NotFound,
        409 => RpcCode.AlreadyExists,
        429 => RpcCode.ResourceExhausted,
        501 => RpcCode.Unimplemented,
        503 => RpcCode.Unavailable,
        504 => RpcCode.DeadlineExceeded,
        500 => RpcCode.Internal,
        _ => RpcCode.Unknown,
    };
}
