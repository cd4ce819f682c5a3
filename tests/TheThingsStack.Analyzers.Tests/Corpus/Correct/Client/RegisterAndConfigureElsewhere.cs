using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

static class Registrations
{
    public static void AddStack(this IServiceCollection services) => services.AddTheThingsStack(o => o.Address = "stack.example.com");

    public static void AddSettings(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<TheThingsStackOptions>(configuration.GetSection("TheThingsStack"));
}
