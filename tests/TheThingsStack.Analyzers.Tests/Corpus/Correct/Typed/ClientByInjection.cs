using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

static class Startup
{
    public static void Add(IServiceCollection services, IConfiguration configuration) =>
        services.AddTheThingsStack(configuration.GetSection("TheThingsStack"));
}

class Names(TheThingsStackClient stack)
{
    public async Task<string?> Of(string application) => (await stack.ApplicationRegistry.GetAsync(application, a => [a.Name])).Name;
}
