using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Recording;
using TheThingsStack.Emulator.Registries;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Validation;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Hosting;

/// <summary>
/// Takes every request through the server's steps in the server's order: route, form of the request, field mask, limits,
/// credentials, rights, and only then what the call means.
/// </summary>
internal sealed class ApiEndpoint(ApiReference reference, Handlers handlers, Authenticator authenticator, TenantDirectory tenants, RequestRecorder recorder, TimeProvider clock, CancellationToken stopping)
{
    private const string BasePath = "/api/v3";

    private readonly Validator _validator = new(clock);

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers["X-Request-Id"] = RequestId(http.Request.Headers["X-Request-Id"].ToString());
        var writer = new ResponseWriter(http);
        try
        {
            var body = await RequestBody.ReadAsync(http.Request);
            recorder.Add(Record(http.Request, body));
            await DispatchAsync(http, body ?? throw RequestBody.TooLarge.Raise(), writer);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested || stopping.IsCancellationRequested)
        {
            // The caller has gone, or the emulator is stopping: nobody is left to be answered.
        }
        catch (BadHttpRequestException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The connection broke while the body was read.
        }
        catch (ApiException e)
        {
            await writer.WriteErrorAsync(e.Error);
        }
        catch (Exception e) when (e is not BadHttpRequestException)
        {
            await writer.WriteErrorAsync(ApiError.Bare(RpcCode.Internal, $"the emulator failed: {e.Message}"));
        }
    }

    private async Task DispatchAsync(HttpContext http, ReadOnlyMemory<byte> body, ResponseWriter writer)
    {
        var (operation, values) = Route(http);
        var request = RequestBinder.Bind(operation, values, http.Request.Query, body);
        writer.IsStream = operation.Rpc.IsStream;
        MaskGuard.Check(operation, request);
        _validator.Check(operation, request);
        var caller = authenticator.Authenticate(http.Request.Headers.Authorization.ToString());
        RightsGuard.Check(operation.Rpc, request, caller);
        await AnswerAsync(new Call(operation, request, caller, tenants.Find(http.Request.Host.Host), clock, http), writer, http.RequestAborted);
    }

    private async Task AnswerAsync(Call call, ResponseWriter writer, CancellationToken aborted)
    {
        if (handlers.FindStream(call.Rpc.Name) is { } stream)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
            await foreach (var message in stream(call, ended.Token))
                await writer.WriteResultAsync(message, ended.Token);
        }
        else if (handlers.Find(call.Rpc.Name) is { } handler)
        {
            JsonObject answer;
            lock (call.Tenant.Gate)
                answer = handler(call);
            await writer.WriteAsync(answer);
        }
        else
        {
            throw new ApiError(RpcCode.Unimplemented, "emulator", "not_implemented", "the emulator does not implement `{rpc}`").With("rpc", call.Rpc.Name).Raise();
        }
    }

    private (Operation Operation, IReadOnlyList<KeyValuePair<string, string>> Values) Route(HttpContext http)
    {
        var path = PathOf(http);
        if (!path.StartsWith(BasePath + "/", StringComparison.Ordinal))
            throw ApiError.Bare(RpcCode.NotFound, "Not Found").Raise();
        return reference.Find(http.Request.Method, path[BasePath.Length..], out var isKnownPath)
            ?? throw (isKnownPath ? ApiError.Bare(RpcCode.Unimplemented, "Method Not Allowed") : ApiError.Bare(RpcCode.NotFound, "Not Found")).Raise();
    }

    /// <summary>The caller's own identifier, where it can be sent back in a header; else a new one.</summary>
    private string RequestId(string given) =>
        given.Length > 0 && given.All(c => c is > ' ' and <= '~') ? given : Ulid.New(clock.GetUtcNow());

    private static string PathOf(HttpContext http) => Target(http.Request).Split('?')[0];

    private static string Target(HttpRequest request)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return Uri.TryCreate(target, UriKind.Absolute, out var absolute) && !target.StartsWith('/') ? absolute.PathAndQuery : target;
    }

    private RecordedRequest Record(HttpRequest request, ReadOnlyMemory<byte>? body)
    {
        var headers = request.Headers.ToDictionary(h => h.Key, h => (IReadOnlyList<string>)[.. h.Value.Select(v => v ?? "")], StringComparer.OrdinalIgnoreCase);
        return new RecordedRequest(clock.GetUtcNow(), request.Method, Target(request), headers, body ?? ReadOnlyMemory<byte>.Empty);
    }
}
