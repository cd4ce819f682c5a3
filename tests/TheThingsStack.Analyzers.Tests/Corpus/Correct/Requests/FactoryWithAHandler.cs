using Microsoft.Extensions.DependencyInjection;

sealed class Agent : DelegatingHandler;

static class Startup
{
    public static void Configure(IServiceCollection services) =>
        services.AddHttpClient("stack", client => client.BaseAddress = new Uri("https://eu1.cloud.thethings.network/api/v3/")).AddHttpMessageHandler<Agent>();
}
