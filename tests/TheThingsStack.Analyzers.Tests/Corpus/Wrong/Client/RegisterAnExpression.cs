using Microsoft.Extensions.DependencyInjection;

static class Registrations
{
    public static IHttpClientBuilder AddStack(this IServiceCollection services, string address) => services.{|TTS1001:AddTheThingsStack|}(o => o.Address = address);
}
