using Microsoft.Extensions.DependencyInjection;

static class Startup
{
    public static void Configure(IServiceCollection services)
    {
        services.{|TTS1002:AddHttpClient|}("stack", client => client.BaseAddress = new Uri("https://eu1.cloud.thethings.network/api/v3/"));
    }
}
