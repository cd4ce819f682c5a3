using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
foreach (var tenant in args)
    services.AddTheThingsStack(tenant, o =>
    {
        o.Address = $"{tenant}.thethings.example.com";
        o.UserAgent = new("acme-tenants", "1.1");
    });
services.AddTheThingsStack("local", static o =>
{
    o.Address = "http://localhost:1885";
    o.UserAgent = UserAgent.Parse("acme-local/1.1");
});
