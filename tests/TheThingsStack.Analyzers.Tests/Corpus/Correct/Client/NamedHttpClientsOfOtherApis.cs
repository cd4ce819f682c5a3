using Microsoft.Extensions.DependencyInjection;

class Orders(IHttpClientFactory factory)
{
    public Task<string> LatestAsync() => factory.CreateClient("orders").GetStringAsync("latest");

    public static void Register(IServiceCollection services)
    {
        services.AddHttpClient("orders", c => c.BaseAddress = new Uri("https://orders.example.com/"));
        services.AddHttpClient<Orders>();
    }
}
