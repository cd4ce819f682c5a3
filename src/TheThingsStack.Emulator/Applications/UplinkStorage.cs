using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Applications;

/// <summary>The storage integration: what devices have sent, by time, type and port, page by page.</summary>
internal sealed class UplinkStorage(ApiReference reference)
{
    /// <summary>What a continuation remembers of the request that it continues.</summary>
    private static readonly string[] Remembered = ["limit", "after", "before", "f_port", "order", "field_mask", "last"];

    private readonly MessageType _type = reference.Messages["ApplicationUp"];

    public void AddTo(Handlers handlers)
    {
        handlers.AddStream("ApplicationUpStorage/GetStoredApplicationUp", StreamAsync);
        handlers.Add("ApplicationUpStorage/GetStoredApplicationUpCount", Count);
    }

    private async IAsyncEnumerable<JsonObject> StreamAsync(Call call, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var message in Read(call))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return message;
            await Task.Yield();
        }
    }

    private JsonObject[] Read(Call call)
    {
        lock (call.Tenant.Gate)
        {
            var (request, last) = Continue(call.Request);
            var isDescending = request.Text("order") == "-received_at";
            var found = Select(call, request).Where(m => last is null || (isDescending ? m.Number < last : m.Number > last));
            found = isDescending ? found.OrderByDescending(m => m.Number) : found.OrderBy(m => m.Number);
            var limit = request.Text("limit") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : int.MaxValue;
            var page = found.Take(limit == int.MaxValue ? limit : limit + 1).ToArray();
            if (page.Length > limit && limit > 0)
                call.SetHeader("X-Continuation-Token", Token(request, page[limit - 1].Number));
            return [.. page.Take(limit).Select(m => Answer(request, m.Message))];
        }
    }

    /// <summary>Without a mask a message is answered whole; with one, its device and its time come along.</summary>
    private JsonObject Answer(JsonObject request, JsonObject message) => request.Texts("field_mask.paths") is { Count: > 0 } paths
        ? FieldCopier.Select(_type, message, ["end_device_ids", "received_at", .. paths])
        : message.Copy();

    private static JsonObject Count(Call call)
    {
        var counts = Select(call, call.Request).GroupBy(m => m.DeviceId).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create<string, JsonNode?>(g.Key, g.Count()));
        var count = new JsonObject(counts);
        return count.Count == 0 ? [] : new JsonObject { ["count"] = count };
    }

    private static IEnumerable<StoredUplink> Select(Call call, JsonObject request)
    {
        var applicationId = (call.Request.At("end_device_ids.application_ids.application_id") ?? call.Request.At("application_ids.application_id"))!.ToString();
        call.Tenant.Applications.Get(applicationId);
        var (after, before) = Window(call, request);
        var (deviceId, type) = (call.Request.Text("end_device_ids.device_id"), call.Request.Text("type"));
        return call.Tenant.Uplinks.All
            .Where(m => m.ApplicationId == applicationId && (deviceId.Length == 0 || m.DeviceId == deviceId))
            .Where(m => type.Length == 0 || m.Message[type] is not null)
            .Where(m => request["f_port"] is not { } port || m.Message.Text("uplink_message.f_port") == port.ToString())
            .Where(m => string.CompareOrdinal(m.ReceivedAt, after) > 0 && (before.Length == 0 || string.CompareOrdinal(m.ReceivedAt, before) < 0));
    }

    /// <summary>The times between which messages are wanted, both exclusive; empty for no bound.</summary>
    private static (string After, string Before) Window(Call call, JsonObject request)
    {
        var (after, before, last) = (request.Text("after"), request.Text("before"), request.Text("last"));
        if (last.Length == 0)
            return (after.Length == 0 ? "" : ProtoTime.SortKey(after), before.Length == 0 ? "" : ProtoTime.SortKey(before));
        if (after.Length > 0 || before.Length > 0)
            throw ApiError.Bare(RpcCode.InvalidArgument, "last cannot be combined with after or before").Raise();
        return (ProtoTime.SortKey(ProtoTime.Format(call.Clock.GetUtcNow() - ProtoTime.ParseDuration(last))), "");
    }

    /// <summary>The request, or the one that it continues, and the number of the last message that was answered.</summary>
    private static (JsonObject Request, long? Last) Continue(JsonObject request)
    {
        if (request.Text("continuation_token") is not { Length: > 0 } token)
            return (request, null);
        if (!Bytes.TryFromBase64(token, out var bytes) || Parse(bytes) is not { } payload || !long.TryParse(payload.Text("last_received_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            throw ApiError.Bare(RpcCode.InvalidArgument, "the continuation token is not one that was given out").Raise();
        return (payload, last);
    }

    private static JsonObject? Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Token(JsonObject request, long last)
    {
        var payload = new JsonObject(Remembered.Where(request.ContainsKey).Select(f => KeyValuePair.Create(f, request[f]?.DeepClone()))) { ["last_received_id"] = last };
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(Json.ToText(payload))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
