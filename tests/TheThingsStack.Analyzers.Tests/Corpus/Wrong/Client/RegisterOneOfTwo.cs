using Microsoft.Extensions.DependencyInjection;

class Startup
{
    public void Configure(IServiceCollection services)
    {
        services.AddTheThingsStack("a", o => { o.Address = "a.example.com"; o.UserAgent = new("acme-a", "1.0"); });
        services.{|TTS1001:AddTheThingsStack|}("b", o => { o.Address = "b.example.com"; o.UserAgent = null; });
    }
}
