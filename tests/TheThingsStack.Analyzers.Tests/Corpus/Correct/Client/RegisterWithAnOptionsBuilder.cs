using Microsoft.Extensions.DependencyInjection;

static class Registrations
{
    public static void AddStack(this IServiceCollection services)
    {
        services.AddTheThingsStack("tenant", o => o.Address = "tenant.example.com");
        services.AddOptions<TheThingsStackOptions>("tenant").Configure<AgentSource>((options, agents) => options.UserAgent = agents.Current);
    }
}

class AgentSource
{
    public UserAgent Current { get; } = new("acme-source", "1.0");
}
