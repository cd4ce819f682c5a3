using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OwnReference;

/// <summary>The service: a few rooms in memory.</summary>
internal sealed class ColdStore : HttpMessageHandler
{
    private readonly Dictionary<string, JsonObject> _rooms = new()
    {
        ["fish"] = new() { ["room_id"] = "fish", ["floor"] = 0, ["target_celsius"] = -20, ["door"] = "DOOR_CLOSED" },
        ["nuts"] = new() { ["room_id"] = "nuts", ["floor"] = 1, ["target_celsius"] = 12, ["door"] = "DOOR_CLOSED" },
        ["fruit"] = new() { ["room_id"] = "fruit", ["floor"] = 0, ["target_celsius"] = 4.5, ["door"] = "DOOR_OPEN" },
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Segments is not [_, _, _, _, var id])
            return Answer(HttpStatusCode.OK, new JsonObject { ["rooms"] = RoomsOf(request.RequestUri.Query) });
        if (!_rooms.TryGetValue(id, out var room))
            return Answer(HttpStatusCode.NotFound, new JsonObject { ["code"] = 5, ["message"] = $"there is no room `{id}`" });
        if (request.Method == HttpMethod.Put)
        {
            foreach (var (name, value) in await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken) ?? [])
                room[name] = value?.DeepClone();
            room["updated_at"] = DateTimeOffset.UtcNow.ToString("O");
        }
        return Answer(HttpStatusCode.OK, room);
    }

    private JsonArray RoomsOf(string query) =>
        new([.. _rooms.Values.Where(r => query.Length == 0 || query == $"?floor={r["floor"]}").Select(r => r.DeepClone())]);

    private static HttpResponseMessage Answer(HttpStatusCode status, JsonObject body) => new(status) { Content = JsonContent.Create(body) };
}
