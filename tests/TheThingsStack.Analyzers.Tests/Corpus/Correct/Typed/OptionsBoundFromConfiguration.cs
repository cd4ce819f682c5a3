using Microsoft.Extensions.Configuration;

class Clients
{
    public static TheThingsStackClient Open(IConfiguration configuration)
    {
        var options = new TheThingsStackOptions { Address = "eu1.cloud.thethings.network" };
        configuration.GetSection("TheThingsStack").Bind(options);
        return new TheThingsStackClient(options);
    }
}
