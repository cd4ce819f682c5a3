using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Faults;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.RateLimiting;
using TheThingsStack.Emulator.Recording;
using TheThingsStack.Emulator.Registries;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Validation;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Hosting;

/// <summary>
/// Takes every request through the server's steps in the server's order: route, form of the request, field mask, limits of
/// its fields, rate limit, credentials, rights, and only then what the call means.
/// </summary>
internal sealed class ApiEndpoint(ApiReference reference, Handlers handlers, TenantDirectory tenants, RequestRecorder recorder, FaultList faults, TheThingsStackEmulatorOptions options, IdSource ids, CancellationToken stopping)
{
    private const string BasePath = "/api/v3";

    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly Validator _validator = new(options.TimeProvider);
    private readonly RateLimitGuard _rateLimits = new(options.RateLimits, reference, options.TimeProvider);

    public OpenStreams Streams { get; } = new();

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.Date = _clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        http.Response.Headers["X-Request-Id"] = RequestId(http.Request.Headers["X-Request-Id"].ToString());
        var writer = new ResponseWriter(http, ids);
        try
        {
            var body = await RequestBody.ReadAsync(http.Request);
            var recorded = Record(http.Request, body);
            recorder.Add(recorded);
            if (!await MeetsFaultAsync(http, recorded, writer))
                await DispatchAsync(http, body ?? throw RequestBody.TooLarge.Raise(), writer);
        }
        catch (OperationCanceledException) when (NobodyIsThere(http))
        {
            // The caller has gone, the connection was cut, or the emulator is stopping: nobody is left to be answered.
        }
        catch (BadHttpRequestException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The connection broke while the body was read.
        }
        catch (ApiException e)
        {
            await WriteErrorAsync(e.Error, writer, http);
        }
        catch (Exception e) when (e is not BadHttpRequestException)
        {
            await WriteErrorAsync(ApiError.Bare(RpcCode.Internal, $"the emulator failed: {e.Message}"), writer, http);
        }
    }

    private bool NobodyIsThere(HttpContext http) => http.RequestAborted.IsCancellationRequested || stopping.IsCancellationRequested || RawConnection.IsCut(http);

    private async Task WriteErrorAsync(ApiError error, ResponseWriter writer, HttpContext http)
    {
        try
        {
            await writer.WriteErrorAsync(error);
        }
        catch (OperationCanceledException) when (NobodyIsThere(http))
        {
            // The caller has gone without waiting for the error, or a fault cut it off.
        }
    }

    private async Task<bool> MeetsFaultAsync(HttpContext http, RecordedRequest recorded, ResponseWriter writer)
    {
        var rpc = Find(http, out _)?.Operation.Rpc;
        if (faults.Take(rpc?.Name, recorded) is not { } fault)
            return false;
        writer.IsStream = rpc?.IsStream == true;
        var key = rpc is null ? "http" : RateLimitGuard.Key(rpc, [], http.Request.Headers.Authorization.ToString());
        return await FaultInjector.ApplyAsync(fault, http, key, _clock);
    }

    private async Task DispatchAsync(HttpContext http, ReadOnlyMemory<byte> body, ResponseWriter writer)
    {
        var (operation, values) = Route(http);
        var request = RequestBinder.Bind(operation, values, http.Request.Query, body);
        writer.IsStream = operation.Rpc.IsStream;
        var outlived = Check(operation, request, http);
        var call = new Call(operation, request, tenants.Find(http.Request.Host.Host), _clock, ids, http);
        foreach (var field in outlived.Union(options.WarnOfDeprecatedFields ? Deprecations.In(operation, request) : []))
            call.Warn($"field {field} is deprecated");
        await AnswerAsync(call, writer, http);
    }

    /// <summary>A stream is counted when it is opened, before its request is read; any other call after that.</summary>
    /// <returns>The paths of its mask whose fields are no more.</returns>
    private IReadOnlyList<string> Check(Operation operation, JsonObject request, HttpContext http)
    {
        if (operation.Rpc.IsStream)
            _rateLimits.Check(operation.Rpc, request, http);
        var outlived = MaskGuard.Check(operation, request);
        _validator.Check(operation, request);
        if (!operation.Rpc.IsStream)
            _rateLimits.Check(operation.Rpc, request, http);
        return outlived;
    }

    private async Task AnswerAsync(Call call, ResponseWriter writer, HttpContext http)
    {
        if (handlers.FindStream(call.Rpc.Name) is { } stream)
        {
            lock (call.Tenant.Gate)
                Admit(call);
            await StreamAsync(stream, call, writer, http);
            return;
        }

        JsonObject answer;
        lock (call.Tenant.Gate)
        {
            Admit(call);
            var handler = handlers.Find(call.Rpc.Name)
                ?? throw new ApiError(RpcCode.Unimplemented, "emulator", "not_implemented", "the emulator does not implement `{rpc}`").With("rpc", call.Rpc.Name).Raise();
            answer = handler(call);
        }

        await writer.WriteAsync(answer);
    }

    private static void Admit(Call call)
    {
        call.Authenticate();
        RightsGuard.Check(call.Rpc, call.Request, call.Caller);
    }

    private async Task StreamAsync(StreamHandler stream, Call call, ResponseWriter writer, HttpContext http)
    {
        // Not disposed of: whoever cuts streams may hold it for a moment longer.
        var cut = new CancellationTokenSource();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping, cut.Token);
        Streams.Add(cut);
        try
        {
            await foreach (var message in stream(call, ended.Token))
                await writer.WriteResultAsync(message, ended.Token);
        }
        catch (OperationCanceledException) when (cut.IsCancellationRequested)
        {
            await RawConnection.CutAsync(http);
        }
        finally
        {
            Streams.Remove(cut);
        }
    }

    private (Operation Operation, IReadOnlyList<KeyValuePair<string, string>> Values) Route(HttpContext http) =>
        Find(http, out var isKnownPath)
            ?? throw (isKnownPath ? ApiError.Bare(RpcCode.Unimplemented, "Method Not Allowed") : ApiError.Bare(RpcCode.NotFound, "Not Found")).Raise();

    private (Operation Operation, IReadOnlyList<KeyValuePair<string, string>> Values)? Find(HttpContext http, out bool isKnownPath)
    {
        isKnownPath = false;
        var path = Target(http.Request).Split('?')[0];
        return path.StartsWith(BasePath + "/", StringComparison.Ordinal) ? reference.Find(http.Request.Method, path[BasePath.Length..], out isKnownPath) : null;
    }

    /// <summary>The caller's own identifier, where it can be sent back in a header; else a new one.</summary>
    private string RequestId(string given) =>
        given.Length > 0 && given.All(c => c is > ' ' and <= '~') ? given : ids.Ulid(_clock.GetUtcNow());

    private static string Target(HttpRequest request)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return Uri.TryCreate(target, UriKind.Absolute, out var absolute) && !target.StartsWith('/') ? absolute.PathAndQuery : target;
    }

    private RecordedRequest Record(HttpRequest request, ReadOnlyMemory<byte>? body)
    {
        var headers = request.Headers.ToDictionary(h => h.Key, h => (IReadOnlyList<string>)[.. h.Value.Select(v => v ?? "")], StringComparer.OrdinalIgnoreCase);
        return new RecordedRequest(_clock.GetUtcNow(), request.Method, Target(request), headers, body ?? ReadOnlyMemory<byte>.Empty);
    }
}
