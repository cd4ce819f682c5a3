using System.Net.Http.Json;

using var client = new HttpClient { BaseAddress = new Uri("https://api.open-meteo.com/"), Timeout = TimeSpan.FromSeconds(10) };
var forecast = await client.GetFromJsonAsync<Forecast>("v1/forecast?latitude=52.37&longitude=4.90&current=temperature_2m");
Console.WriteLine(forecast?.Current.Temperature);

record Forecast(Current Current);

record Current(double Temperature);
