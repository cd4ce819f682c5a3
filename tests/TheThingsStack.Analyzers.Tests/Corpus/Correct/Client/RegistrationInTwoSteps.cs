using Microsoft.Extensions.DependencyInjection;

static class Startup
{
    public static void Add(IServiceCollection services, string address)
    {
        services.AddTheThingsStack(options =>
        {
            options.Address = address;
            Identify(options);
        });
    }

    private static void Identify(TheThingsStackOptions options) => options.UserAgent = new("acme-portal", "5.2.1");
}
