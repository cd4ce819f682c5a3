// The calls of ../Client, written by hand on HttpClient and System.Text.Json's source generator.
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using TheThingsStack.Benchmarks.Rivals.SourceGen;

using var http = new HttpClient { BaseAddress = new Uri($"https://{args[0]}/api/v3/") };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", args[1]);
http.DefaultRequestHeaders.UserAgent.Add(new("benchmarks", "1.0"));

var device = await http.GetFromJsonAsync("applications/app/devices/dev?field_mask=name,description,locations", SourceGenContext.Default.EndDevice)
    ?? throw new InvalidDataException("No device.");
Console.WriteLine($"{device.Name}: {device.Description}, {device.Locations?.Count ?? 0} locations");

device.Name = "Renamed";
await PutAsync("applications/app/devices/dev", new() { EndDevice = device, FieldMask = new() { Paths = ["name"] } });

var downlink = new DownlinkQueue { Downlinks = [new() { FPort = 1, FrmPayload = [1, 2, 3] }] };
using (var response = await http.PostAsJsonAsync("as/applications/app/devices/dev/down/push", downlink, SourceGenContext.Default.DownlinkQueue))
    response.EnsureSuccessStatusCode();

var request = new HttpRequestMessage(HttpMethod.Post, "events")
{
    Content = JsonContent.Create(new() { Identifiers = [new() { DeviceIds = device.Ids }] }, SourceGenContext.Default.StreamRequest),
};
using var stream = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync());
while (await lines.ReadLineAsync() is { } line)
{
    if (JsonSerializer.Deserialize(line, SourceGenContext.Default.StreamedEvent)?.Result is { } e)
        Console.WriteLine($"{e.Time} {e.Name}");
}

async Task PutAsync(string path, DeviceUpdate update)
{
    using var response = await http.PutAsJsonAsync(path, update, SourceGenContext.Default.DeviceUpdate);
    response.EnsureSuccessStatusCode();
}
