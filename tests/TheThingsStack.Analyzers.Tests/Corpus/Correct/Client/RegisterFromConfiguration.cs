using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

class Startup(IConfiguration configuration)
{
    public void Configure(IServiceCollection services)
    {
        services.AddTheThingsStack(configuration.GetSection("TheThingsStack"));
        services.AddTheThingsStack("other", configuration.GetSection("Other"));
    }
}
