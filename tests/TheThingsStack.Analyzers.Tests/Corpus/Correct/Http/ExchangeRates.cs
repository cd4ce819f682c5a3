using System.Text.Json;

var rates = new Dictionary<string, decimal>();
using (var client = new HttpClient())
{
    client.DefaultRequestHeaders.Add("User-Agent", "rates");
    using var json = JsonDocument.Parse(await client.GetStringAsync("https://rates.acme.com/latest?base=EUR"));
    foreach (var rate in json.RootElement.GetProperty("rates").EnumerateObject())
        rates[rate.Name] = rate.Value.GetDecimal();
}

Console.WriteLine(rates.GetValueOrDefault("USD"));
