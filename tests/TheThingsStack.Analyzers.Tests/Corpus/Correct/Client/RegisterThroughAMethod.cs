using Microsoft.Extensions.DependencyInjection;

class Startup
{
    public void Configure(IServiceCollection services)
    {
        services.AddTheThingsStack(Fill);
        services.AddTheThingsStack("other", FillOther);
    }

    private static void Fill(TheThingsStackOptions options) => options.UserAgent = new("acme-method", "1.0");

    private void FillOther(TheThingsStackOptions options) => Fill(options);
}
