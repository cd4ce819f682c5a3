using Microsoft.Extensions.DependencyInjection;

static class Startup
{
    public static void Add(IServiceCollection services) => services.AddHttpClient<Catalog>(static client =>
    {
        client.BaseAddress = new Uri("https://catalog.acme.com/");
        client.DefaultRequestHeaders.UserAgent.ParseAdd("catalog-sync/3.2");
    });
}

class Catalog(HttpClient client)
{
    public Task<string> Get(string sku) => client.GetStringAsync("products/" + Uri.EscapeDataString(sku));
}
