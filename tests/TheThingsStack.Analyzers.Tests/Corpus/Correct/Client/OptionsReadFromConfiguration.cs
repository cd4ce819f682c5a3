using Microsoft.Extensions.Configuration;

class Connector(IConfiguration configuration)
{
    public TheThingsStackClient Connect() =>
        new(configuration.GetSection("TheThingsStack").Get<TheThingsStackOptions>() ?? throw new InvalidOperationException("TheThingsStack is not configured."));
}
