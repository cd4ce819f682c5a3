using Microsoft.Extensions.DependencyInjection;

static class Startup
{
    public static void Add(IServiceCollection services) =>
        services.AddHttpClient("billing", client => client.BaseAddress = new Uri("https://billing.acme.com/api/v3/"));
}

class Billing(IHttpClientFactory factory)
{
    public async Task<string> Invoices(string customer)
    {
        var client = factory.CreateClient("billing");
        return await client.GetStringAsync($"customers/{customer}/invoices");
    }
}
