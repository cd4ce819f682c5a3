// A client of another service, from a reference of one's own: cold-store.openapi.json. The same runtime library, with its rate limits,
// errors and warnings. The service is made up, and answers inside this program.
//
//   dotnet run --project samples/OwnReference
//
using OwnReference;
using TheThingsStack;
using TheThingsStack.V3;

using var http = new HttpClient(new ColdStore());
using var store = new TheThingsStackClient(
    new TheThingsStackOptions { Address = "store.example.com", ApiKey = "a-key-of-the-store", UserAgent = new("cold-store-watch", "1.0.0") }, http);

foreach (var room in (await store.Rooms.ListAsync(floor: 0)).Rooms ?? [])
    Console.WriteLine($"{room.RoomId}: {room.TargetCelsius} °C, {room.Door}");

var changed = await store.Rooms.SetAsync("fish", new() { TargetCelsius = -22.5, Sensors = ["probe-1", "probe-2"] });
Console.WriteLine($"{changed.RoomId} is to have {changed.TargetCelsius} °C since {changed.UpdatedAt}");

try
{
    await store.Rooms.GetAsync("attic");
}
catch (TheThingsStackException e)
{
    Console.WriteLine($"attic: {e.Message}");
}
