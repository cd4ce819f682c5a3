using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

class Status(IOptionsMonitor<TheThingsStackOptions> options)
{
    public string Show(string name) => options.Get(name).ToString();

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<Status>();
        services.AddTheThingsStack("a", o => o.UserAgent = new("acme-status", "1.0"));
    }
}
