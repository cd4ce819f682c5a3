using Microsoft.Extensions.DependencyInjection;

class Startup
{
    private const string Scheme = "http://";

    public void Configure(IServiceCollection services, int port) => services.AddTheThingsStack(o =>
    {
        o.Address = $"{|TTS1007:http://|}stack.example.com:{port}";
        o.IdentityAddress = {|TTS1007:Scheme|} + "id.example.com";
        o.UserAgent = new("acme-ports", "1.0");
    });
}
