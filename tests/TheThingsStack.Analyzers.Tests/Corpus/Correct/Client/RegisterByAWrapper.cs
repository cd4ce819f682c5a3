using Microsoft.Extensions.DependencyInjection;

static class Registrations
{
    public static IHttpClientBuilder AddAcmeStack(this IServiceCollection services, Action<TheThingsStackOptions> configure) => services.AddTheThingsStack(o =>
    {
        o.Address = "stack.example.com";
        configure(o);
    });
}
