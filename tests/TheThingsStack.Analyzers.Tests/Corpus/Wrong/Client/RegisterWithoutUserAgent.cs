using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.{|TTS1001:AddTheThingsStack|}(o =>
{
    o.Address = "tenant1.thethings.example.com";
    o.ApiKey = Environment.GetEnvironmentVariable("TTS_API_KEY");
});
