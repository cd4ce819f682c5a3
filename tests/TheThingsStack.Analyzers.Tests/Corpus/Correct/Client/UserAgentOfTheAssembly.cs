using System.Reflection;

class Clients
{
    public static TheThingsStackClient Open(string key)
    {
        var name = Assembly.GetExecutingAssembly().GetName();
        return new(new() { Address = "eu1.cloud.thethings.network", ApiKey = key, UserAgent = new(name.Name ?? "acme", name.Version?.ToString() ?? "1.0.0") });
    }
}
