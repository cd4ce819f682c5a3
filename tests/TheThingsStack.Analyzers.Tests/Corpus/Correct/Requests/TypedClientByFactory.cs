using Microsoft.Extensions.DependencyInjection;

sealed class Gateways(HttpClient http)
{
    public Task<string> Get(string id) => http.GetStringAsync($"gateways/{id}?field_mask=name,antennas");
}

static class Startup
{
    public static void Configure(IServiceCollection services, string address) =>
        services.AddHttpClient<Gateways>(client => client.BaseAddress = new Uri(address));
}
