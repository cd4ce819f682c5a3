using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

class StackSetup(TimeProvider time) : IConfigureOptions<TheThingsStackOptions>
{
    public void Configure(TheThingsStackOptions options)
    {
        options.TimeProvider = time;
        options.UserAgent = new("acme-setup", "1.0");
    }
}

static class Registrations
{
    public static void AddStack(this IServiceCollection services)
    {
        services.AddTheThingsStack(o => o.Address = "stack.example.com");
        services.ConfigureOptions<StackSetup>();
    }
}
