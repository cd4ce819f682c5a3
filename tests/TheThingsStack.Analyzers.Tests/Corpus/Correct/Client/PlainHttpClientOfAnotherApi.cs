using System.Net.Http.Json;

class Weather(HttpClient http)
{
    public async Task<double> TemperatureAsync(string place, CancellationToken cancellation)
    {
        var answer = await http.GetFromJsonAsync<Dictionary<string, double>>($"https://weather.example.org/v1/now?place={Uri.EscapeDataString(place)}", cancellation);
        return answer?["temperature"] ?? double.NaN;
    }
}
