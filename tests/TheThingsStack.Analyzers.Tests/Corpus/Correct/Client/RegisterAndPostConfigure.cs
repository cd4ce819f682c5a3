using Microsoft.Extensions.DependencyInjection;

static class Registrations
{
    public static IServiceCollection AddStack(this IServiceCollection services)
    {
        services.AddTheThingsStack(o => o.Address = "stack.example.com");
        services.PostConfigureAll<TheThingsStackOptions>(o => o.UserAgent ??= new("acme-everywhere", "1.0"));
        return services;
    }
}
