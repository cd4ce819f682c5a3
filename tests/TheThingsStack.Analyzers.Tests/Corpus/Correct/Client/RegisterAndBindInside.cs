using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

class Startup(IConfiguration configuration)
{
    public void Configure(IServiceCollection services) => services.AddTheThingsStack(o =>
    {
        configuration.GetSection("TheThingsStack").Bind(o);
        o.Timeout = TimeSpan.FromSeconds(20);
    });
}
