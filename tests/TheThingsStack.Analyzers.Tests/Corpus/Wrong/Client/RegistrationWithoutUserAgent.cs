using Microsoft.Extensions.DependencyInjection;

static class Startup
{
    public static void Add(IServiceCollection services, string key) => services.{|TTS1001:AddTheThingsStack|}(options =>
    {
        options.Address = "tenant1.thethings.example.com";
        options.ApiKey = key;
    });
}
