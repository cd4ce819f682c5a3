using Microsoft.Extensions.DependencyInjection;

class Startup
{
    public void Configure(IServiceCollection services) => services
        .{|TTS1001:AddTheThingsStack|}(o => o.Address = "stack.example.com")
        .ConfigureHttpClient(http => http.Timeout = TimeSpan.FromMinutes(1));
}
