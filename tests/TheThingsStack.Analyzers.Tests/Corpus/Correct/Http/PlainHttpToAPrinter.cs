using var client = new HttpClient();
var status = await client.GetStringAsync("http://printer.local/status.json");
await client.PostAsync(new Uri("http://192.168.1.20/reboot"), null);
Console.WriteLine(status);
